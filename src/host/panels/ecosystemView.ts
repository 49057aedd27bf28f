import * as vscode from "vscode";
import type { Ecosystem } from "../../core/adoption/ecosystem/computeEcosystem.ts";
import type { EcosystemFilter } from "../../core/adoption/ecosystem/ecosystemFrame.ts";
import type { OwnerCount } from "../../core/adoption/ecosystem/ownerCoder.ts";
import type { QueryResult } from "../../core/catalog/catalog.ts";
import type { EcosystemChoice, EcosystemView, FieldView } from "../../protocol/ecosystemPanel.ts";
import { describeProblem } from "../errors.ts";
import { describeSource } from "../sidebar/listState.ts";
import type { ListStatus } from "../state/modelListing.ts";
import { nameUnknown } from "../words/filterWords.ts";
import { nameLanguage } from "../words/languageName.ts";
import { formatCount, formatDay } from "../words/numbers.ts";
import { createEcosystemChartView } from "./ecosystemChartView.ts";

/** Values of a field that can be chosen from. */
const mostOptions = 150;

/** What the view of the ecosystem is made from. */
export interface EcosystemFacts {
	readonly ecosystem: Ecosystem | undefined;
	readonly choice: EcosystemChoice;
	/** Counts over all that is known, narrowed by the choice. */
	readonly counts: QueryResult;
	readonly owners: readonly OwnerCount[];
	readonly status: ListStatus;
	readonly isReading: boolean;
	readonly problem: unknown;
	readonly canReadMore: boolean;
	readonly nowMs: number;
}

/** What the reader chose, as the figures take it. */
export function toEcosystemFilter({ language, task, license, owner }: EcosystemChoice): EcosystemFilter {
	return {
		...(language === undefined ? {} : { languages: [language] }),
		...(task === undefined ? {} : { tasks: [task] }),
		...(license === undefined ? {} : { licenses: [license] }),
		...(owner === undefined ? {} : { owners: [owner] }),
	};
}

/** The whole panel as it stands. */
export function createEcosystemView(facts: EcosystemFacts): EcosystemView {
	const { ecosystem, choice, isReading, problem, canReadMore } = facts;
	const equalWords = vscode.l10n.t("If all had as many");
	return {
		source: describeOrigin(facts),
		notes: ecosystem ? listNotes(facts, ecosystem) : [],
		fields: listFields(facts, choice),
		charts: ecosystem?.charts.map((chart) => createEcosystemChartView(chart, equalWords)) ?? [],
		isLoading: isReading || !ecosystem,
		canReadMore: canReadMore && !isReading,
		...(problem === undefined ? {} : { problem: describeProblem(problem)?.words ?? "" }),
	};
}

/** How many models, from where, of what dates. */
export function describeOrigin({ ecosystem, status, nowMs }: EcosystemFacts): string {
	if (!ecosystem) {
		return "";
	}
	const { models, known, readFromMs, readToMs } = ecosystem;
	const counts =
		models === known
			? vscode.l10n.t("Computed from {0} models", formatCount(models))
			: vscode.l10n.t("Computed from {0} of {1} models", formatCount(models), formatCount(known));
	const from = readFromMs === undefined ? "" : formatDay(readFromMs);
	const to = readToMs === undefined ? "" : formatDay(readToMs);
	const dates =
		from === to
			? from && vscode.l10n.t("read {0}", from)
			: vscode.l10n.t("read between {0} and {1}", from, to);
	return [counts, dates, describeSource(status, nowMs)].filter(Boolean).join(" · ");
}

function listNotes({ counts }: EcosystemFacts, ecosystem: Ecosystem): string[] {
	const notes = [
		vscode.l10n.t(
			"These are the models known here, taken in by downloads, likes and attention. The Hub has millions more, so shares are of what is known, not of everything.",
		),
	];
	const hidden = (["language", "task", "licenseId"] as const).flatMap((field) => {
		const count = counts.hiddenUnknown[field];
		return count ? [`${formatCount(count)} (${nameUnknown(field)})`] : [];
	});
	if (hidden.length > 0) {
		notes.push(vscode.l10n.t("Left out because it is not told: {0}.", hidden.join(", ")));
	}
	if (ecosystem.models > 0 && ecosystem.models < 50) {
		notes.push(
			vscode.l10n.t("{0} models are few: a single one moves the figures.", formatCount(ecosystem.models)),
		);
	}
	return notes;
}

function listFields({ counts, owners }: EcosystemFacts, choice: EcosystemChoice): FieldView[] {
	const { language, task, licenseId } = counts.facets;
	return [
		{
			field: "language",
			label: vscode.l10n.t("Natural language"),
			values: language.values,
			name: nameLanguage,
		} as const,
		{
			field: "task",
			label: vscode.l10n.t("Task"),
			values: task.values,
			name: (value: string) => value.replaceAll("-", " "),
		} as const,
		{ field: "license", label: vscode.l10n.t("License"), values: licenseId.values, name: String } as const,
		{ field: "owner", label: vscode.l10n.t("Maker"), values: owners, name: String } as const,
	].map(({ field, label, values, name }) => {
		const chosen = choice[field];
		const shown = values.slice(0, mostOptions);
		const isListed = chosen === undefined || shown.some(({ value }) => value === chosen);
		return {
			field,
			label,
			...(chosen === undefined ? {} : { chosen }),
			options: [...(isListed ? [] : [{ value: chosen, count: 0 }]), ...shown].map(({ value, count }) => ({
				value,
				words: `${name(value)} — ${formatCount(count)}`,
			})),
		};
	});
}
