import * as vscode from "vscode";
import { type EcosystemWords, exportMarkdown } from "../../../core/adoption/ecosystem/exportEcosystem.ts";
import { formatValue, nameChart, nameColumn, nameKey, nameKeys } from "../../words/ecosystemNames.ts";
import { describeBasis, describeChart } from "../../words/ecosystemSentences.ts";
import { describeChoice } from "./ecosystemFields.ts";
import { createEcosystemView, type EcosystemFacts } from "./ecosystemView.ts";

/** The whole panel as a Markdown document: figures in sentences, every table, and what it was computed from. */
export function writeEcosystemMarkdown(facts: EcosystemFacts): string {
	if (!facts.ecosystem) {
		return "";
	}
	const { source, notes } = createEcosystemView(facts);
	const narrowed = describeChoice(facts.choice);
	const words: EcosystemWords = {
		title: vscode.l10n.t("State of Open Models"),
		introduction: [`${source}.`, narrowed, ...notes].filter(Boolean).join("\n\n"),
		nameChart: ({ id }) => nameChart(id),
		describeChart: (chart) => [describeChart(chart), describeBasis(chart)].join("\n\n"),
		nameKeys: ({ id }) => nameKeys(id),
		nameColumn,
		nameKey: ({ id }, { key }) => nameKey(id, key),
		formatValue: (value, { unit }) => formatValue(value, unit),
	};
	return exportMarkdown(facts.ecosystem, words);
}
