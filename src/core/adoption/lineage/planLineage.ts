import { type Relation, relations } from "../../model/relation.ts";
import { mostLevels } from "./familyTree.ts";

/** A model whose parents or children are still to be asked for. */
export interface OpenEnd {
	readonly repoId: string;
	/** 0: the model itself. */
	readonly level: number;
}

/** One request to the Hub. Costs one, redirects of renamed ids aside. */
export type LineageRequest =
	| { readonly kind: "model"; readonly repoId: string; readonly level: number }
	| {
			readonly kind: "children";
			readonly repoId: string;
			readonly relation: Relation;
			readonly level: number;
	  };

/** What is known of a tree on the way. */
export interface LineageState {
	/** Parents whose own facts were not read yet, nearest first. */
	readonly parents: readonly OpenEnd[];
	/** Models whose children were not listed yet, most downloaded first; with how many the Hub counts, if told. */
	readonly holders: readonly (OpenEnd & {
		readonly childCounts?: Partial<Readonly<Record<Relation, number>>>;
	})[];
	/** Ids that were asked for, in any case: each is asked for once. */
	readonly asked: ReadonlySet<string>;
	readonly spent: number;
}

/** Requests that a lineage may cost in all; stated beside what it shows. */
export const defaultLineageBudget = 30;

/** Below the model's own children, so many of a level's models are followed: the most downloaded. */
const followedPerLevel = 3;

/** What a request is known by in `LineageState.asked`. */
export function nameRequest(request: LineageRequest): string {
	const id = request.repoId.toLowerCase();
	return request.kind === "model" ? `model ${id}` : `${request.relation} ${id}`;
}

/**
 * The next requests for a lineage, the most telling first, as many as the budget still has: up to the root, then the
 * children of the model by relation, then of its most downloaded descendants, level by level to the sixth.
 * What the Hub counts as none is not asked for. Empty: it is done, or the budget is spent (`spent` ≥ `budget`).
 */
export function planLineage(
	state: LineageState,
	budget: number = defaultLineageBudget,
): readonly LineageRequest[] {
	const up = state.parents
		.filter(({ level }) => level <= mostLevels)
		.map(({ repoId, level }): LineageRequest => ({ kind: "model", repoId, level }));
	const perLevel = new Map<number, number>();
	const down: LineageRequest[] = [];
	for (const { repoId, level, childCounts } of [...state.holders].sort((a, b) => a.level - b.level)) {
		const followed = perLevel.get(level) ?? 0;
		if (level >= mostLevels || (level > 0 && followed >= followedPerLevel)) {
			continue;
		}
		perLevel.set(level, followed + 1);
		for (const relation of relations) {
			if (childCounts?.[relation] !== 0) {
				down.push({ kind: "children", repoId, relation, level: level + 1 });
			}
		}
	}
	const names = new Set([...state.asked].map((name) => name.toLowerCase()));
	const fresh = [...up, ...down].filter((request) => {
		const name = nameRequest(request);
		const isNew = !names.has(name);
		names.add(name);
		return isNew;
	});
	return fresh.slice(0, Math.max(0, budget - state.spent));
}
