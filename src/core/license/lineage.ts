import type { DeclaredLicense, Model } from "../model/model.ts";
import type { Relation } from "../model/relation.ts";

/** A model that another was made from, directly or not. */
export interface Ancestor {
	readonly repoId: string;
	/** 1: a direct parent. */
	readonly depth: number;
	/** How its child on the way here was made from it, if told. */
	readonly relation?: Relation;
	/** Its facts were read: without a license it states none then, else nothing is known of it. */
	readonly isKnown: boolean;
	readonly license?: DeclaredLicense;
}

/** Deeper lines do not occur; a circle of statements must end somewhere. */
const mostDepth = 8;
const mostAncestors = 64;

/**
 * Everything that a model was made from, nearest first, each once, as far as `findModel` knows it. A merge has several
 * parents. Where a model's parents are not told, the line ends there unnoticed: only `isKnown` says that more may follow.
 */
export function listAncestors(
	model: Model,
	findModel: (repoId: string) => Model | undefined,
): readonly Ancestor[] {
	const ancestors: Ancestor[] = [];
	const seen = new Set([model.repoId.toLowerCase()]);
	let generation: readonly Model[] = [model];
	for (let depth = 1; depth <= mostDepth && generation.length > 0; depth += 1) {
		const parents: Model[] = [];
		for (const child of generation) {
			for (const repoId of child.baseModels?.repoIds ?? []) {
				const parent = findModel(repoId);
				const id = parent?.repoId ?? repoId;
				if (seen.has(id.toLowerCase()) || ancestors.length === mostAncestors) {
					continue;
				}
				seen.add(id.toLowerCase());
				const relation = child.baseModels?.relation;
				const own = parent?.license?.origin === "inherited" ? undefined : parent?.license;
				ancestors.push({
					repoId: id,
					depth,
					isKnown: parent !== undefined,
					...(relation !== undefined && { relation }),
					...(own !== undefined && { license: own }),
				});
				if (parent !== undefined) {
					parents.push(parent);
				}
			}
		}
		generation = parents;
	}
	return ancestors;
}
