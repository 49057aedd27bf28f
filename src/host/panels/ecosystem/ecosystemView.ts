import * as vscode from "vscode";
import type { Ecosystem } from "../../../core/adoption/ecosystem/computeEcosystem.ts";
import type { EcosystemFilter } from "../../../core/adoption/ecosystem/ecosystemFrame.ts";
import type { OwnerCount } from "../../../core/adoption/ecosystem/ownerCoder.ts";
import type { QueryResult } from "../../../core/catalog/catalog.ts";
import type { EcosystemChoice, EcosystemView } from "../../../protocol/ecosystemPanel.ts";
import { describeProblem } from "../../errors.ts";
import { describeSource } from "../../sidebar/listState.ts";
import type { ListStatus } from "../../state/modelListing.ts";
import { nameUnknown } from "../../words/filterWords.ts";
import { formatCount, formatDay } from "../../words/numbers.ts";
import { createEcosystemChartView } from "./ecosystemChartView.ts";
import { describeChoice, listFields } from "./ecosystemFields.ts";

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
	const { ecosystem, choice, counts, owners, isReading, problem, canReadMore } = facts;
	const words = { equal: vscode.l10n.t("If all had as many"), narrowed: describeChoice(choice) };
	return {
		source: describeOrigin(facts),
		notes: ecosystem ? listNotes(facts, ecosystem) : [],
		fields: listFields(counts, owners, choice),
		charts: ecosystem?.charts.map((chart) => createEcosystemChartView(chart, words)) ?? [],
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
