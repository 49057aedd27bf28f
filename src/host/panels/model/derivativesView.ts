import * as vscode from "vscode";
import type { Derivatives } from "../../../core/adoption/derivatives.ts";
import type { Model } from "../../../core/model/model.ts";
import { type Relation, relations } from "../../../core/model/relation.ts";
import type { ModelView, RelationView } from "../../../protocol/modelPanel.ts";
import { nameRelation } from "../../words/adoptionWords.ts";
import { formatCompact, formatCount, formatDay } from "../../words/numbers.ts";

/** The section on derivatives: counts by relation and the largest of each. */
export function createDerivativesView(
	model: Model,
	derivatives: Derivatives | undefined,
): ModelView["derivatives"] {
	const isSample = derivatives?.scope === "sample";
	const counts = relations.map((relation) => countOf(relation, model, derivatives));
	const isKnown = counts.some((count) => count !== undefined);
	const names = relations.map(nameRelation);
	return {
		relations: relations.map((relation, index) =>
			createRelationView(nameRelation(relation), counts[index], derivatives, relation),
		),
		chart: {
			title: vscode.l10n.t("Direct derivatives by relation"),
			summary: relations
				.map((relation, index) => {
					const count = counts[index];
					return `${nameRelation(relation)}: ${count === undefined ? vscode.l10n.t("not known") : formatCount(count)}`;
				})
				.join(", "),
			kind: "bar",
			labelHeading: vscode.l10n.t("Relation"),
			labels: names,
			series: [{ name: vscode.l10n.t("Direct derivatives"), values: counts.map((count) => count ?? null) }],
			...(isKnown ? {} : { empty: vscode.l10n.t("Its derivatives have not been read yet.") }),
			basis: describeBasis(derivatives),
		},
		...(isSample
			? {
					note: vscode.l10n.t(
						"Counted among the models known here, so at least this many; the Hub's own count is read when it can be reached.",
					),
				}
			: {}),
	};
}

function countOf(relation: Relation, model: Model, derivatives: Derivatives | undefined): number | undefined {
	const listed = derivatives?.byRelation[relation]?.count;
	const told = model.derivativeCounts?.[relation];
	return derivatives?.scope === "sample" ? (told ?? listed) : (listed ?? told);
}

function createRelationView(
	label: string,
	count: number | undefined,
	derivatives: Derivatives | undefined,
	relation: Relation,
): RelationView {
	return {
		key: relation,
		label,
		count: formatRelationCount(count, derivatives?.scope === "sample"),
		...(derivatives ? { detail: describeBasis(derivatives) } : {}),
		largest: (derivatives?.byRelation[relation]?.largest ?? [])
			.slice(0, 5)
			.map(({ repoId, downloads30d }) => ({
				repoId,
				downloads: downloads30d === undefined ? "" : formatCompact(downloads30d),
			})),
		hasAny: count !== undefined && count > 0,
	};
}

function formatRelationCount(count: number | undefined, isAtLeast: boolean): string {
	if (count === undefined) {
		return vscode.l10n.t("not known");
	}
	if (!isAtLeast) {
		return formatCount(count);
	}
	return count === 0 ? vscode.l10n.t("none known") : `≥ ${formatCount(count)}`;
}

function describeBasis(derivatives: Derivatives | undefined): string {
	if (!derivatives) {
		return "";
	}
	const date = formatDay(derivatives.readAtMs);
	return derivatives.scope === "hub"
		? vscode.l10n.t("The Hub's counts of direct children, read on {0}.", date)
		: vscode.l10n.t("Counted among the models known here on {0}.", date);
}
