import * as vscode from "vscode";
import { updateAtRest } from "./updateAtRest.ts";

/** How a step ended: with a choice, with the button that leads back, or with Escape. */
export type StepResult<T> =
	| { readonly kind: "chosen"; readonly value: T }
	| { readonly kind: "back" }
	| { readonly kind: "cancelled" };

/** An item that stands for a value; one without a value is only there to be read. */
export interface StepItem<T> extends vscode.QuickPickItem {
	readonly value?: T;
}

/** A step of a series of quick picks. */
export interface Step<T> {
	readonly title: string;
	readonly placeholder: string;
	readonly step: number;
	readonly hasBack: boolean;
	/** The items for what has been typed so far; called again on each change of the text. */
	readonly listItems: (typed: string) => readonly StepItem<T>[];
	readonly typed?: string;
	/** Fires when `listItems` would give something else. */
	readonly onDidChange?: vscode.Event<void>;
	readonly isBusy?: () => boolean;
	readonly onButton?: (value: T, button: vscode.QuickInputButton) => void;
	/** Buttons of the title beside the way back, with what each stands for. */
	readonly titleButtons?: readonly { readonly button: vscode.QuickInputButton; readonly value: T }[];
	/** The item that has the focus while nothing is typed; the first one when not given. */
	readonly active?: (item: StepItem<T>) => boolean;
}

const stepCount = 3;

/** Shows a step and waits for its end. */
export function askStep<T>(step: Step<T>): Promise<StepResult<T>> {
	const picker = vscode.window.createQuickPick<StepItem<T>>();
	picker.title = step.title;
	picker.step = step.step;
	picker.totalSteps = stepCount;
	picker.placeholder = step.placeholder;
	picker.matchOnDescription = true;
	picker.matchOnDetail = true;
	picker.ignoreFocusOut = true;
	const titleButtons = step.titleButtons ?? [];
	picker.buttons = [
		...(step.hasBack ? [vscode.QuickInputButtons.Back] : []),
		...titleButtons.map(({ button }) => button),
	];
	picker.value = step.typed ?? "";
	const listItems = (): readonly StepItem<T>[] => step.listItems(picker.value);
	const isBusy = step.isBusy ?? (() => false);
	const activate = (): void => {
		if (step.active) {
			picker.activeItems = picker.items.filter(step.active).slice(0, 1);
		}
	};
	return new Promise((resolve) => {
		const end = (result: StepResult<T>): void => {
			resolve(result);
			subscriptions.dispose();
			picker.dispose();
		};
		const subscriptions = vscode.Disposable.from(
			picker.onDidChangeValue((typed) => {
				picker.items = listItems();
				if (typed === "") {
					activate();
				}
			}),
			...(step.onDidChange ? [updateAtRest(picker, step.onDidChange, listItems, isBusy)] : []),
			picker.onDidAccept(() => {
				const value = picker.selectedItems[0]?.value;
				if (value !== undefined) {
					end({ kind: "chosen", value });
				}
			}),
			picker.onDidTriggerButton((pressed) => {
				const known = titleButtons.find(({ button }) => button === pressed);
				end(known ? { kind: "chosen", value: known.value } : { kind: "back" });
			}),
			picker.onDidTriggerItemButton(({ item, button }) => {
				if (item.value !== undefined) {
					step.onButton?.(item.value, button);
				}
			}),
			picker.onDidHide(() => end({ kind: "cancelled" })),
		);
		picker.items = listItems();
		picker.busy = isBusy();
		activate();
		picker.show();
	});
}
