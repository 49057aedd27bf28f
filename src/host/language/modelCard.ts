import * as vscode from "vscode";
import type { Direction } from "../../core/adoption/direction.ts";
import type { Verdict } from "../../core/fit/verdict.ts";
import type { Target } from "../../core/hardware/target.ts";
import type { Model } from "../../core/model/model.ts";
import { markDirection, nameDirection } from "../words/adoptionWords.ts";
import { describeLicense } from "../words/licenseWords.ts";
import { escapeMarkdown } from "../words/markdown.ts";
import { listWarnings, nameTask, summarizeParameters } from "../words/modelWords.ts";
import { formatCompact, formatDay, formatTokens } from "../words/numbers.ts";
import { nameTarget } from "../words/targetWords.ts";
import { markVerdict, summarizeVerdict } from "../words/verdictWords.ts";

/** What is shown of a model beside the code. */
export interface CardFacts {
	readonly model: Model;
	readonly judged: readonly { readonly target: Target; readonly verdict: Verdict }[];
	readonly direction: Direction;
}

/** Commands that a card may link to. */
const linked = ["openModels.openModel", "openModels.compareModels"] as const;

/** A small card: what the model is, its license in plain words, the verdict on each checked target, adoption, warnings. */
export function createModelCard(facts: CardFacts): vscode.MarkdownString {
	const { model, judged } = facts;
	const card = new vscode.MarkdownString();
	card.isTrusted = { enabledCommands: linked };
	card.appendMarkdown(`**${escapeMarkdown(model.repoId)}**  \n${escapeMarkdown(summarizeKind(model))}\n\n`);
	card.appendMarkdown(`${escapeMarkdown(describeLicense(model.license))}\n\n`);
	const lines = judged.map(
		({ target, verdict }) =>
			`${markVerdict(verdict.answer)} ${escapeMarkdown(`${nameTarget(target)}: ${summarizeVerdict(verdict)}`)}`,
	);
	card.appendMarkdown(lines.map((line) => `${line}  \n`).join(""));
	const use = describeUse(facts);
	if (use !== "") {
		card.appendMarkdown(`\n${escapeMarkdown(use)}\n\n`);
	}
	if (model.successor !== undefined) {
		card.appendMarkdown(
			`${escapeMarkdown(vscode.l10n.t("Its place is taken by {0}.", model.successor))}\n\n`,
		);
	}
	for (const warning of listWarnings(model)) {
		card.appendMarkdown(`⚠ ${escapeMarkdown(warning)}  \n`);
	}
	return card;
}

/** The card with links under it: to its panel, to others beside it and to its page on the Hub. */
export function createLinkedCard(facts: CardFacts, hubUrl: string): vscode.MarkdownString {
	const card = createModelCard(facts);
	const { repoId } = facts.model;
	const argument = encodeURIComponent(JSON.stringify([repoId]));
	const links = [
		`[${vscode.l10n.t("Details")}](command:openModels.openModel?${argument})`,
		`[${vscode.l10n.t("Compare…")}](command:openModels.compareModels?${argument})`,
		`[${vscode.l10n.t("On the Hub")}](${hubUrl}/${repoId})`,
	];
	card.appendMarkdown(`\n${links.join(" · ")}`);
	return card;
}

function summarizeKind({ task, parameters, contextLength }: Model): string {
	return [
		task === undefined ? undefined : nameTask(task),
		summarizeParameters(parameters),
		contextLength === undefined
			? undefined
			: vscode.l10n.t("{0} tokens of context", formatTokens(contextLength.value)),
	]
		.filter(Boolean)
		.join(" · ");
}

function describeUse({ model, direction }: CardFacts): string {
	const { downloads30d } = model.counters;
	const downloads =
		downloads30d === undefined
			? undefined
			: [
					markDirection(direction),
					direction === "unknown"
						? vscode.l10n.t("{0} downloads in 30 days", formatCompact(downloads30d))
						: vscode.l10n.t(
								"{0} downloads in 30 days, {1}",
								formatCompact(downloads30d),
								nameDirection(direction),
							),
				]
					.filter(Boolean)
					.join(" ");
	const change =
		model.lastModifiedMs === undefined
			? undefined
			: vscode.l10n.t("last change {0}", formatDay(model.lastModifiedMs));
	return [downloads, change].filter(Boolean).join(" · ");
}
