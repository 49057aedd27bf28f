import * as vscode from "vscode";
import type { Model } from "../../../core/model/model.ts";
import type {
	CompareCellView,
	CompareRowView,
	CompareStrings,
	CompareView,
} from "../../../protocol/comparePanel.ts";
import { describeFlag } from "../../words/adoptionWords.ts";
import { nameGating } from "../../words/filterWords.ts";
import { nameLicense } from "../../words/licenseName.ts";
import { describeLicense } from "../../words/licenseWords.ts";
import { nameModel, nameTask, summarizeParameters } from "../../words/modelWords.ts";
import { formatDay, formatTokens } from "../../words/numbers.ts";
import { describeLanguages } from "../../words/spokenWords.ts";
import { describeTarget, nameTarget } from "../../words/targetWords.ts";
import { markVerdict, summarizeVerdict } from "../../words/verdictWords.ts";
import { listAdoptionFigures } from "../adoptionFigures.ts";
import { createComparedCharts } from "./compareCharts.ts";
import type { Compared } from "./compared.ts";

/** All that a comparison's view is made from. */
export interface CompareInput {
	readonly models: readonly Compared[];
	readonly contextTokens: number;
	readonly problem: string | undefined;
	readonly isLoading: boolean;
}

/** The panel's whole snapshot of a comparison, in words. */
export function createCompareView(input: CompareInput): CompareView {
	const { models } = input;
	const dates = models.map(({ model }) => model.readAtMs).filter((readAtMs) => readAtMs > 0);
	return {
		models: models.map(({ model }) => ({ repoId: model.repoId, name: nameModel(model.repoId) })),
		sections: [
			{ heading: vscode.l10n.t("Facts"), rows: listFacts(models) },
			{
				heading: vscode.l10n.t("Fit at {0} tokens", formatTokens(input.contextTokens)),
				rows: listVerdicts(models),
			},
			{ heading: vscode.l10n.t("Adoption"), rows: listAdoption(models) },
		].filter(({ rows }) => rows.length > 0),
		charts: createComparedCharts(models),
		source:
			dates.length === 0
				? vscode.l10n.t("Nothing was read yet.")
				: vscode.l10n.t(
						"Facts as of {0}.",
						[...new Set([Math.min(...dates), Math.max(...dates)].map(formatDay))].join(" – "),
					),
		...(input.problem ? { problem: input.problem } : {}),
		isLoading: input.isLoading,
	};
}

/** The panel's fixed words. */
export function createCompareStrings(): CompareStrings {
	return {
		title: vscode.l10n.t("Compare models"),
		property: vscode.l10n.t("Property"),
		copyMarkdown: vscode.l10n.t("Copy as Markdown"),
		copied: vscode.l10n.t("Copied"),
		refresh: vscode.l10n.t("Read Again"),
		loading: vscode.l10n.t("Asking the Hub"),
		showTable: vscode.l10n.t("Show as a table"),
	};
}

function listFacts(models: readonly Compared[]): CompareRowView[] {
	const row = (
		label: string,
		read: (model: Model) => string | CompareCellView | undefined,
	): CompareRowView => ({
		label,
		cells: models.map(({ model }) => {
			const cell = read(model) ?? vscode.l10n.t("not known");
			return typeof cell === "string" ? { value: cell } : cell;
		}),
	});
	return [
		row(vscode.l10n.t("License"), ({ license }) => ({
			value: nameLicense(license),
			detail: describeLicense(license),
		})),
		row(vscode.l10n.t("Access"), ({ gating }) => gating && nameGating(gating)),
		row(vscode.l10n.t("Task"), ({ task }) => task && nameTask(task)),
		row(vscode.l10n.t("Parameters"), ({ parameters }) => summarizeParameters(parameters)),
		row(vscode.l10n.t("Context"), ({ contextLength }) => contextLength && formatTokens(contextLength.value)),
		row(vscode.l10n.t("Languages"), (model) => describeLanguages(model, 12) ?? vscode.l10n.t("not stated")),
		row(vscode.l10n.t("Formats"), ({ formats }) => formats.join(", ") || undefined),
		row(vscode.l10n.t("Made from"), ({ baseModels }) => baseModels?.repoIds.join(", ") || "–"),
		row(vscode.l10n.t("Created"), ({ createdAtMs }) => formatDate(createdAtMs)),
		row(vscode.l10n.t("Last change"), ({ lastModifiedMs }) => formatDate(lastModifiedMs)),
	];
}

function listVerdicts(models: readonly Compared[]): CompareRowView[] {
	const targets = models[0]?.judged.map(({ target }) => target) ?? [];
	return targets.map((target, index) => ({
		label: `${nameTarget(target)} (${describeTarget(target)})`,
		cells: models.map(({ judged }) => {
			const verdict = judged[index]?.verdict;
			return verdict
				? { value: summarizeVerdict(verdict), mark: markVerdict(verdict.answer) }
				: { value: vscode.l10n.t("not known") };
		}),
	}));
}

function listAdoption(models: readonly Compared[]): CompareRowView[] {
	const columns = models.map(({ model, report, readings }) => listAdoptionFigures(model, report, readings));
	const rows = (columns[0] ?? []).map(({ label }, index) => ({
		label,
		cells: columns.map((figures) => {
			const figure = figures[index];
			return {
				value: figure?.value ?? "",
				...(figure?.detail === undefined ? {} : { detail: figure.detail }),
			};
		}),
	}));
	return models.some(({ report }) => report.flags.length > 0)
		? [
				...rows,
				{
					label: vscode.l10n.t("To know"),
					cells: models.map(({ report }) => ({ value: report.flags.map(describeFlag).join(" ") || "–" })),
				},
			]
		: rows;
}

function formatDate(timeMs: number | undefined): string | undefined {
	return timeMs === undefined ? undefined : formatDay(timeMs);
}
