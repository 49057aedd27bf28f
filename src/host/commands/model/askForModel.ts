import * as vscode from "vscode";
import { isRepoId } from "../../../core/model/repoId.ts";
import { logProblem } from "../../errors.ts";
import type { Log } from "../../log.ts";
import { replaceItems } from "../../replaceItems.ts";
import { readRepoId } from "../../sidebar/modelNode.ts";
import type { CatalogStore } from "../../state/catalogStore.ts";
import type { HubSession } from "../../state/hubSession.ts";
import type { ModelJudge } from "../../state/modelJudge.ts";
import { describeModelLine } from "../../words/modelWords.ts";

const typingDelayMs = 250;
const localMatches = 20;

/** Finds the model that a command is about: the row it was called on, or the one that the user names. */
export class ModelPrompt {
	readonly #store: CatalogStore;
	readonly #session: HubSession;
	readonly #judge: ModelJudge;
	readonly #log: Log;

	constructor(store: CatalogStore, session: HubSession, judge: ModelJudge, log: Log) {
		this.#store = store;
		this.#session = session;
		this.#judge = judge;
		this.#log = log;
	}

	/** The repo id; `undefined` when the user gave up. */
	async resolve(argument: unknown, title: string): Promise<string | undefined> {
		return readRepoId(argument) ?? this.ask(title);
	}

	/** Asks for a name: what is known matches at once, what the Hub suggests follows. */
	async ask(title: string, text = ""): Promise<string | undefined> {
		await this.#store.ensureLoaded();
		const picker = vscode.window.createQuickPick();
		picker.title = title;
		picker.placeholder = vscode.l10n.t("Part of a name, or owner/name");
		picker.matchOnDescription = true;
		picker.value = text;
		let asking = new AbortController();
		let timer: ReturnType<typeof setTimeout> | undefined;
		const update = (value: string): void => {
			asking.abort();
			clearTimeout(timer);
			asking = new AbortController();
			const { signal } = asking;
			picker.items = this.#listItems(value, []);
			picker.busy = false;
			if (value.trim().length >= 2) {
				picker.busy = true;
				timer = setTimeout(() => void this.#suggest(picker, value, signal), typingDelayMs);
			}
		};
		picker.onDidChangeValue(update);
		update(text);
		const chosen = await new Promise<string | undefined>((resolve) => {
			picker.onDidAccept(() => {
				// A whole ID counts even when it was typed faster than it was looked up; on nothing, Enter does nothing.
				const chosen = picker.selectedItems[0]?.label ?? readTypedId(picker.value);
				if (chosen) {
					resolve(chosen);
				}
			});
			picker.onDidHide(() => resolve(undefined));
			picker.show();
		});
		asking.abort();
		clearTimeout(timer);
		picker.dispose();
		return chosen;
	}

	async #suggest(
		picker: vscode.QuickPick<vscode.QuickPickItem>,
		value: string,
		signal: AbortSignal,
	): Promise<void> {
		try {
			const hub = await this.#session.connect();
			const suggested = await hub.suggestRepoIds(value.trim(), { signal, limit: 20 });
			if (!signal.aborted) {
				replaceItems(picker, this.#listItems(value, suggested));
			}
		} catch (error) {
			logProblem(error, this.#log);
		}
		if (!signal.aborted) {
			picker.busy = false;
		}
	}

	#listItems(value: string, suggested: readonly string[]): vscode.QuickPickItem[] {
		const text = value.trim();
		const known = this.#store.catalog.query({ text, sort: "downloads", limit: localMatches }).models;
		const items = known.map((model): vscode.QuickPickItem => {
			const verdicts = this.#judge.judge(model).map(({ verdict }) => verdict);
			return {
				label: model.repoId,
				description: describeModelLine(model, verdicts, this.#judge.judgeDirection(model)),
			};
		});
		const names = new Set(items.map(({ label }) => label));
		const others = suggested.filter((repoId) => !names.has(repoId));
		if (others.length > 0) {
			items.push({ label: vscode.l10n.t("On the Hub"), kind: vscode.QuickPickItemKind.Separator });
			items.push(...others.map((label) => ({ label, alwaysShow: true })));
		}
		const typed = readTypedId(text);
		if (typed && !names.has(typed) && !others.includes(typed)) {
			items.push({ label: typed, description: vscode.l10n.t("as typed"), alwaysShow: true });
		}
		return items;
	}
}

/** A whole ID, owner and name, as it was typed. */
function readTypedId(value: string): string | undefined {
	const text = value.trim();
	return text.includes("/") && isRepoId(text) ? text : undefined;
}
