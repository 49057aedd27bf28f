import * as vscode from "vscode";
import { pickers } from "./taps.ts";
import { until } from "./until.ts";

/** What a person does at the next question. */
export type Answer =
	| { readonly pick: string | RegExp }
	| { readonly toggle: readonly (string | RegExp)[] }
	| { readonly type: string }
	| "escape";

/** A question as it stood on the screen. */
export interface Question {
	readonly title: string;
	readonly placeHolder: string;
	readonly items: readonly vscode.QuickPickItem[];
}

const { showQuickPick, showInputBox } = vscode.window;
const stepMs = 400;

/**
 * Runs what asks questions, and answers them in turn, in VS Code's own quick picks and input boxes: by going through
 * the items with the keyboard's commands. Only the letters of a text are not typed one by one. What is asked after the
 * last answer is left with Escape.
 * @returns the questions, and what `act` gives
 */
export async function answering<T>(
	answers: readonly Answer[],
	act: () => Thenable<T>,
): Promise<{ readonly questions: readonly Question[]; readonly result: T }> {
	const questions: Question[] = [];
	const left = [...answers];
	Reflect.set(
		vscode.window,
		"showQuickPick",
		async (given: ItemsOrPromise, options: vscode.QuickPickOptions = {}) => {
			const items = await given;
			const { title = "", placeHolder = "" } = options;
			questions.push({ title, placeHolder, items });
			return driveQuickPick(items, options, left.shift() ?? "escape");
		},
	);
	Reflect.set(vscode.window, "showInputBox", async (options: vscode.InputBoxOptions = {}) => {
		questions.push({ title: options.title ?? "", placeHolder: options.prompt ?? "", items: [] });
		return driveInputBox(options, left.shift() ?? "escape");
	});
	try {
		const result = await act();
		if (left.length > 0) {
			throw new Error(
				`Nobody asked for: ${JSON.stringify(left)}. Asked: ${questions.map(({ title }) => title)}`,
			);
		}
		return { questions, result };
	} finally {
		Reflect.set(vscode.window, "showQuickPick", showQuickPick);
		Reflect.set(vscode.window, "showInputBox", showInputBox);
	}
}

/** What a person does in a quick pick that changes while it is open. */
export interface PickerAnswer {
	readonly title: string | RegExp;
	/** Typed first; only the letters are not typed one by one. */
	readonly typed?: string;
	/** The item to choose, once it is there; without one the quick pick is left with Escape. */
	readonly pick?: string | RegExp;
}

/**
 * Answers the quick pick of that title, when it comes and has loaded, and waits until it is gone.
 * @returns the items that it had before it was answered
 */
export async function answerPicker(answer: PickerAnswer): Promise<readonly vscode.QuickPickItem[]> {
	const tap = await until(`a quick pick ${answer.title}`, () => {
		const last = pickers.at(-1);
		return last && !last.isClosed && matches(last.picker.title ?? "", answer.title) && last;
	});
	const { picker } = tap;
	if (answer.typed !== undefined) {
		const before = picker.items;
		picker.value = answer.typed;
		await until("items for what was typed", () => picker.items !== before);
	}
	await until("all items", () => !picker.busy);
	const { pick } = answer;
	const find = (): vscode.QuickPickItem | undefined =>
		picker.items.find(
			({ label, kind }) =>
				pick !== undefined && kind !== vscode.QuickPickItemKind.Separator && matches(label, pick),
		);
	if (pick !== undefined) {
		await until(`"${pick}" among ${picker.items.map(({ label }) => label).join(", ")}`, find);
	}
	const { items } = picker;
	await until("the end of the quick pick", async () => {
		const wanted = find();
		if (wanted && picker.activeItems[0] !== wanted) {
			picker.activeItems = [wanted];
		} else if (!tap.isClosed) {
			await vscode.commands.executeCommand(
				pick === undefined
					? "workbench.action.closeQuickOpen"
					: "workbench.action.acceptSelectedQuickOpenItem",
			);
		}
		return tap.isClosed;
	});
	return items;
}

type ItemsOrPromise = readonly vscode.QuickPickItem[] | Thenable<readonly vscode.QuickPickItem[]>;

async function driveQuickPick(
	items: readonly vscode.QuickPickItem[],
	options: vscode.QuickPickOptions,
	answer: Answer,
): Promise<unknown> {
	let active: vscode.QuickPickItem | undefined;
	let moves = 0;
	const question = follow(
		showQuickPick(items, {
			...options,
			// The next question comes faster than the focus returns from the last one.
			ignoreFocusOut: true,
			onDidSelectItem: (item) => {
				active = typeof item === "string" ? { label: item } : item;
				moves += 1;
			},
		}),
	);
	if (answer === "escape" || "type" in answer) {
		return question.press("workbench.action.closeQuickOpen");
	}
	const wanted = "pick" in answer ? [answer.pick] : answer.toggle;
	for (const label of wanted) {
		await until(`"${label}" among ${items.map((item) => item.label).join(", ")}`, async () => {
			if (active && matches(active.label, label)) {
				return true;
			}
			const before = moves;
			await vscode.commands.executeCommand("workbench.action.quickOpenSelectNext");
			await until("another item", () => moves > before, stepMs).catch(() => undefined);
			return active !== undefined && matches(active.label, label);
		});
		if ("toggle" in answer) {
			await vscode.commands.executeCommand("workbench.action.quickPickManyToggle");
		}
	}
	return question.press("workbench.action.acceptSelectedQuickOpenItem");
}

function driveInputBox(options: vscode.InputBoxOptions, answer: Answer): Promise<unknown> {
	const isText = answer !== "escape" && "type" in answer;
	const value = isText ? { value: answer.type } : {};
	const question = follow(showInputBox({ ...options, ...value, ignoreFocusOut: true }));
	return question.press(
		isText ? "workbench.action.acceptSelectedQuickOpenItem" : "workbench.action.closeQuickOpen",
	);
}

/** A question on its way to the screen: pressing before it is there does nothing, so it is pressed until it is gone. */
function follow<T>(asked: Thenable<T>): { press(command: string): Promise<T> } {
	let isSettled = false;
	const settle = (): void => {
		isSettled = true;
	};
	asked.then(settle, settle);
	return {
		press: async (command) => {
			await until(`an answer after ${command}`, async () => {
				if (!isSettled) {
					await vscode.commands.executeCommand(command);
				}
				return isSettled;
			});
			return asked;
		},
	};
}

function matches(label: string, wanted: string | RegExp): boolean {
	return typeof wanted === "string" ? label === wanted : wanted.test(label);
}
