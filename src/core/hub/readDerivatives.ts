import type { Derivatives } from "../adoption/derivatives.ts";
import type { Model } from "../model/model.ts";
import { type Relation, relations } from "../model/relation.ts";
import { fitsOnePage, pageRows } from "./derivativeRequests.ts";
import type { FieldRequest } from "./fieldSets.ts";
import { HubError } from "./hubError.ts";
import type { HubListQuery } from "./hubListQuery.ts";
import { mapDerivatives, type RelationListing } from "./wire/mapDerivatives.ts";
import { mapModel } from "./wire/mapModel.ts";

/** The rows of one page of a list. */
export type ListRows = (kind: FieldRequest, query: HubListQuery) => Promise<readonly unknown[]>;

/** What was read of a model's derivatives. */
export interface DerivativesReading {
	readonly derivatives: Derivatives;
	/** The quantizations that were listed, as far as a list tells of them: without files. */
	readonly quantizations: readonly Model[];
}

/** Reads the direct children of a model (`HubClient.listDerivatives`). */
export async function readDerivatives(
	list: ListRows,
	repoId: string,
	counts: Model["derivativeCounts"],
	readAtMs: number,
): Promise<DerivativesReading> {
	const listings =
		(await listTogether(list, repoId, counts, readAtMs)) ?? (await listEach(list, repoId, counts));
	const quantized = listings.find(({ relation }) => relation === "quantized")?.rows ?? [];
	return {
		derivatives: mapDerivatives(listings, readAtMs),
		quantizations: quantized.flatMap((row) => mapModel(row, readAtMs) ?? []),
	};
}

/** All kinds in one page, where they are known to have room there; each row says which it is. */
async function listTogether(
	list: ListRows,
	repoId: string,
	counts: Model["derivativeCounts"],
	readAtMs: number,
): Promise<readonly RelationListing[] | undefined> {
	if (!fitsOnePage(counts)) {
		return undefined;
	}
	const rows = await list("quantizations", {
		tags: [`base_model:${repoId}`],
		sort: "created",
		limit: pageRows,
	});
	const byRelation = new Map<Relation, unknown[]>(relations.map((relation) => [relation, []]));
	for (const row of rows) {
		const relation = mapModel(row, readAtMs)?.baseModels?.relation;
		if (relation !== undefined) {
			byRelation.get(relation)?.push(row);
		}
	}
	return relations.map((relation) => ({
		relation,
		count: counts?.[relation],
		rows: byRelation.get(relation) ?? [],
	}));
}

async function listEach(
	list: ListRows,
	repoId: string,
	counts: Model["derivativeCounts"],
): Promise<readonly RelationListing[]> {
	const settled = await Promise.allSettled(
		relations.map(async (relation): Promise<RelationListing> => {
			const count = counts?.[relation];
			if (count === 0) {
				return { relation, count, rows: [] };
			}
			const kind = relation === "quantized" ? "quantizations" : "derivatives";
			const tags = [`base_model:${relation}:${repoId}`];
			return { relation, count, rows: await list(kind, { tags, sort: "created", limit: pageRows }) };
		}),
	);
	const failed = settled.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
	const listings = settled.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
	const cancelled = failed.find((error) => error instanceof HubError && error.code === "cancelled");
	if (cancelled !== undefined || (failed.length > 0 && listings.every((listing) => listing.count === 0))) {
		throw cancelled ?? failed[0];
	}
	return listings;
}
