import * as vscode from "vscode";
import type { Direction } from "../../core/adoption/direction.ts";
import { findFlags } from "../../core/adoption/flags.ts";
import { listNeighborReadings } from "../../core/adoption/neighborReadings.ts";
import type { Model } from "../../core/model/model.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { ModelJudge } from "../state/modelJudge.ts";
import { describeFlag, nameDirection } from "../words/adoptionWords.ts";
import { describeBasis } from "../words/basisWords.ts";
import { nameGating } from "../words/filterWords.ts";
import { describeLicense } from "../words/licenseWords.ts";
import { escapeMarkdown } from "../words/markdown.ts";
import { listWarnings, nameTask, summarizeParameters } from "../words/modelWords.ts";
import { formatCount, formatDay, formatParameters, formatTokens } from "../words/numbers.ts";
import { describeLanguages } from "../words/spokenWords.ts";
import { summarizeSupport } from "../words/supportWords.ts";
import { nameTarget } from "../words/targetWords.ts";
import { listVerdictParts } from "../words/verdictParts.ts";
import { markVerdict, summarizeVerdict } from "../words/verdictWords.ts";

/** The card of a model in a tree: facts, the verdict by parts on each target, adoption, license, warnings. */
export function createModelTooltip(
	model: Model,
	store: CatalogStore,
	judge: ModelJudge,
): vscode.MarkdownString {
	const card = new vscode.MarkdownString();
	card.appendMarkdown(`**${escapeMarkdown(model.repoId)}**\n\n`);
	card.appendMarkdown(table(listFacts(model, judge.judgeDirection(model))));
	for (const { target, verdict, support } of judge.judge(model)) {
		card.appendMarkdown(
			`\n\n${markVerdict(verdict.answer)} **${escapeMarkdown(nameTarget(target))}** — ${escapeMarkdown(summarizeVerdict(verdict))}\n\n`,
		);
		card.appendMarkdown(
			table(
				[...listVerdictParts(verdict), ...summarizeSupport(support)].map(({ label, value, detail }) => [
					label,
					detail ? `${value} (${detail})` : value,
				]),
			),
		);
	}
	card.appendMarkdown(`\n\n${escapeMarkdown(describeLicense(model.license))}\n\n`);
	const derivatives = store.getDerivatives(model.repoId);
	const neighbors = listNeighborReadings(model, judge.listHistories());
	const flags = findFlags(model, derivatives, model.readAtMs, judge.getReadings(model), neighbors);
	for (const warning of [...flags.map(describeFlag), ...listWarnings(model)]) {
		card.appendMarkdown(`⚠ ${escapeMarkdown(warning)}\n\n`);
	}
	card.appendMarkdown(`*${escapeMarkdown(vscode.l10n.t("Facts as of {0}", formatDay(model.readAtMs)))}*`);
	return card;
}

function listFacts(model: Model, direction: Direction): [string, string][] {
	const { counters, parameters, contextLength } = model;
	const facts: [string, string | undefined][] = [
		[vscode.l10n.t("Task"), model.task && nameTask(model.task)],
		[
			vscode.l10n.t("Parameters"),
			parameters &&
				`${summarizeParameters(parameters)} (${describeBasis(parameters.total, formatParameters)})`,
		],
		[vscode.l10n.t("Context length"), contextLength && formatTokens(contextLength.value)],
		[vscode.l10n.t("Languages"), describeLanguages(model, 12)?.value],
		[vscode.l10n.t("Formats"), model.formats.join(", ")],
		[vscode.l10n.t("Access"), model.gating && nameGating(model.gating)],
		[
			vscode.l10n.t("Downloads in 30 days"),
			counters.downloads30d === undefined
				? undefined
				: `${formatCount(counters.downloads30d)} (${nameDirection(direction)})`,
		],
		[
			vscode.l10n.t("Downloads, all time"),
			counters.downloadsAllTime === undefined ? undefined : formatCount(counters.downloadsAllTime),
		],
		[vscode.l10n.t("Likes"), counters.likes === undefined ? undefined : formatCount(counters.likes)],
		[vscode.l10n.t("Created"), model.createdAtMs === undefined ? undefined : formatDay(model.createdAtMs)],
		[
			vscode.l10n.t("Last change"),
			model.lastModifiedMs === undefined ? undefined : formatDay(model.lastModifiedMs),
		],
	];
	return facts.filter((fact): fact is [string, string] => Boolean(fact[1]));
}

function table(rows: readonly (readonly [string, string] | string[])[]): string {
	return [
		"| | |",
		"|:--|:--|",
		...rows.map(([label = "", value = ""]) => `| ${escapeMarkdown(label)} | ${escapeMarkdown(value)} |`),
	].join("\n");
}
