import * as vscode from "vscode";
import { logProblem } from "../errors.ts";
import type { Log } from "../log.ts";
import type { FitSource } from "../state/fitSource.ts";
import type { HubSession } from "../state/hubSession.ts";
import type { ModelJudge } from "../state/modelJudge.ts";
import { escapeMarkdown } from "../words/markdown.ts";
import { type DocumentIds, toRange } from "./documentIds.ts";
import { findingSource } from "./idDiagnostics.ts";
import type { IdFacts } from "./idFacts.ts";
import { createLinkedCard } from "./modelCard.ts";

/** The card of the model whose ID is under the pointer; nothing where the Hub cannot be asked and nobody knows it. */
export class IdHovers implements vscode.HoverProvider {
	readonly #ids: DocumentIds;
	readonly #facts: IdFacts;
	readonly #judge: ModelJudge;
	readonly #fit: FitSource;
	readonly #session: HubSession;
	readonly #log: Log;

	constructor(
		ids: DocumentIds,
		facts: IdFacts,
		judge: ModelJudge,
		fit: FitSource,
		session: HubSession,
		log: Log,
	) {
		this.#ids = ids;
		this.#facts = facts;
		this.#judge = judge;
		this.#fit = fit;
		this.#session = session;
		this.#log = log;
	}

	async provideHover(
		document: vscode.TextDocument,
		position: vscode.Position,
		token: vscode.CancellationToken,
	): Promise<vscode.Hover | undefined> {
		const use = this.#ids.findAt(document, position);
		if (use === undefined) {
			return undefined;
		}
		const reading = new AbortController();
		const cancellation = token.onCancellationRequested(() => reading.abort());
		try {
			const [known] = await Promise.all([
				this.#facts.read(use.id, reading.signal),
				this.#judge.ensureReadings(),
				this.#fit.ensureLoaded(),
			]);
			if (known.status !== "known") {
				return undefined;
			}
			const { model } = known;
			const judged = this.#judge.judge(model);
			const direction = this.#judge.judgeDirection(model);
			const card = createLinkedCard({ model, judged, direction }, this.#session.endpoint);
			return new vscode.Hover([card, ...listHints(document, position)], toRange(document, use));
		} catch (error) {
			logProblem(error, this.#log);
			return undefined;
		} finally {
			cancellation.dispose();
		}
	}
}

/** VS Code itself tells a hint only at the characters that it puts dots under. */
const dottedCharacters = 2;

/** What hints say of the ID, where VS Code does not: else there is a bulb, and no word of why. */
function listHints(document: vscode.TextDocument, position: vscode.Position): vscode.MarkdownString[] {
	return vscode.languages
		.getDiagnostics(document.uri)
		.filter(
			({ source, severity, range }) =>
				source === findingSource &&
				severity === vscode.DiagnosticSeverity.Hint &&
				range.contains(position) &&
				position.character >= range.start.character + dottedCharacters,
		)
		.map(({ message }) => new vscode.MarkdownString(escapeMarkdown(message)));
}
