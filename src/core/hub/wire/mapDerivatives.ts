import type { Derivative, Derivatives, MonthCount, RelationDerivatives } from "../../adoption/derivatives.ts";
import type { Model } from "../../model/model.ts";
import type { Relation } from "../../model/relation.ts";
import { mapModel } from "./mapModel.ts";

/** What was listed of one relation. */
export interface RelationListing {
	readonly relation: Relation;
	/** The Hub's own count, where it told one. */
	readonly count: number | undefined;
	readonly rows: readonly unknown[];
}

const mostShown = 10;

/** Sums up listings of direct children. Rows that are no models are left out. */
export function mapDerivatives(listings: readonly RelationListing[], readAtMs: number): Derivatives {
	const entries = listings.map((listing) => [listing.relation, mapListing(listing, readAtMs)] as const);
	return { byRelation: Object.fromEntries(entries), scope: "hub", readAtMs };
}

function mapListing({ relation, count, rows }: RelationListing, readAtMs: number): RelationDerivatives {
	const children = new Map<string, Model>();
	for (const row of rows) {
		const model = mapModel(row, readAtMs);
		if (model !== undefined) {
			children.set(model.repoId, model);
		}
	}
	const listed = [...children.values()];
	const months = countMonths(listed);
	const largest = listed
		.map(
			({ repoId, counters: { downloads30d } }): Derivative => ({
				repoId,
				relation,
				...(downloads30d === undefined ? {} : { downloads30d }),
			}),
		)
		.sort((a, b) => (b.downloads30d ?? -1) - (a.downloads30d ?? -1))
		.slice(0, mostShown);
	const dated = months.reduce((sum, month) => sum + month.count, 0);
	return { count: Math.max(count ?? 0, listed.length), dated, months, largest };
}

function countMonths(children: readonly Model[]): readonly MonthCount[] {
	const counts = new Map<string, number>();
	for (const { createdAtMs } of children) {
		if (createdAtMs !== undefined) {
			const month = new Date(createdAtMs).toISOString().slice(0, 7);
			counts.set(month, (counts.get(month) ?? 0) + 1);
		}
	}
	return [...counts].map(([month, count]) => ({ month, count })).sort((a, b) => (a.month < b.month ? -1 : 1));
}
