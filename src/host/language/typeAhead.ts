import * as vscode from "vscode";
import { logProblem } from "../errors.ts";
import type { Log } from "../log.ts";
import type { HubSession } from "../state/hubSession.ts";

const pauseMs = 200;
const fewestLetters = 2;
const mostRemembered = 200;

/** Where a suggestion is wanted. */
interface Asker {
	readonly document: vscode.TextDocument;
	readonly position: vscode.Position;
}

/**
 * What the Hub suggests for a beginning. It is asked when the typing pauses; until it has answered, the list goes without it, and
 * is asked for again when the answer is there and the cursor still where it was.
 */
export class TypeAhead implements vscode.Disposable {
	readonly #session: HubSession;
	readonly #log: Log;
	readonly #answers = new Map<string, readonly string[]>();
	readonly #subscription: vscode.Disposable;
	#asking = new AbortController();

	constructor(session: HubSession, log: Log) {
		this.#session = session;
		this.#log = log;
		this.#subscription = session.onDidChange(() => this.#answers.clear());
	}

	/** What is known for the beginning; with `isAwaited`, when the Hub has answered. */
	async suggest(
		typed: string,
		isAwaited: boolean,
		token: vscode.CancellationToken,
		asker: Asker,
	): Promise<readonly string[]> {
		const text = typed.trim();
		const known = this.#answers.get(text);
		this.#asking.abort();
		if (known !== undefined || text.length < fewestLetters) {
			return known ?? [];
		}
		const asking = new AbortController();
		this.#asking = asking;
		if (!isAwaited) {
			void this.#ask(text, asking.signal).then((isNew) => {
				if (isNew) {
					void showAgain(asker);
				}
			});
			return [];
		}
		const cancellation = token.onCancellationRequested(() => asking.abort());
		await this.#ask(text, asking.signal);
		cancellation.dispose();
		return this.#answers.get(text) ?? [];
	}

	dispose(): void {
		this.#asking.abort();
		this.#subscription.dispose();
	}

	/** Whether there is an answer that says something. */
	async #ask(text: string, signal: AbortSignal): Promise<boolean> {
		await new Promise((resolve) => setTimeout(resolve, pauseMs));
		if (signal.aborted) {
			return false;
		}
		try {
			const hub = await this.#session.connect();
			const found = await hub.suggestRepoIds(text, { signal, limit: 20 });
			if (this.#answers.size >= mostRemembered) {
				this.#answers.clear();
			}
			this.#answers.set(text, found);
			return !signal.aborted && found.length > 0;
		} catch (error) {
			logProblem(error, this.#log);
			return false;
		}
	}
}

async function showAgain({ document, position }: Asker): Promise<void> {
	const editor = vscode.window.activeTextEditor;
	if (editor?.document === document && editor.selection.active.isEqual(position)) {
		await vscode.commands.executeCommand("editor.action.triggerSuggest");
	}
}
