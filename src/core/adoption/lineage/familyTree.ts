import type { Model } from "../../model/model.ts";
import type { Relation } from "../../model/relation.ts";

/** As far as lineage is followed, up and down. */
export const mostLevels = 6;

/** A parent of a model. It can be missing: removed, private, or not among the models that we know. */
export interface Ancestor {
	readonly repoId: string;
	readonly relation?: Relation;
	/** 1: a direct parent. */
	readonly level: number;
	readonly model?: Model;
}

/** A model made from another. */
export interface Descendant {
	readonly model: Model;
	readonly parentId: string;
	readonly relation?: Relation;
	/** 1: a direct child. */
	readonly level: number;
}

/** Who derives from whom, among models that we know. IDs are compared in any case. */
export class FamilyTree {
	readonly #models = new Map<string, Model>();
	readonly #children = new Map<string, Model[]>();
	readonly #resolve: (repoId: string) => string;

	/** `renamed`: former ids and what they are called now, as the Hub's redirects told. */
	constructor(models: Iterable<Model>, renamed: ReadonlyMap<string, string> = new Map()) {
		const current = new Map([...renamed].map(([from, to]) => [from.toLowerCase(), to.toLowerCase()]));
		const resolve = (repoId: string): string => {
			const key = repoId.toLowerCase();
			return current.get(key) ?? key;
		};
		for (const model of models) {
			this.#models.set(resolve(model.repoId), model);
		}
		for (const [from, to] of current) {
			const model = this.#models.get(to);
			if (model !== undefined && !this.#models.has(from)) {
				this.#models.set(from, model);
			}
		}
		for (const model of new Set(this.#models.values())) {
			for (const key of new Set((model.baseModels?.repoIds ?? []).map(resolve))) {
				const children = this.#children.get(key);
				if (children === undefined) {
					this.#children.set(key, [model]);
				} else {
					children.push(model);
				}
			}
		}
		this.#resolve = resolve;
	}

	/** A model by its id in any case, also a former one. */
	find(repoId: string): Model | undefined {
		return this.#models.get(repoId.toLowerCase());
	}

	/** Whether two ids, in any case, present or former, name one model. */
	isSame(one: string, other: string): boolean {
		return this.#resolve(one) === this.#resolve(other);
	}

	/** Models that name it as a parent. */
	listChildren(repoId: string): readonly Model[] {
		return this.#children.get(this.#resolve(repoId)) ?? [];
	}

	/** Ancestors up to the roots, nearest first; a merge has several parents. One is named once, a cycle ends. */
	listAncestors(repoId: string): readonly Ancestor[] {
		const seen = new Set([this.#resolve(repoId)]);
		const ancestors: Ancestor[] = [];
		let level = [repoId];
		for (let depth = 1; depth <= mostLevels && level.length > 0; depth++) {
			const next: string[] = [];
			for (const child of level) {
				const { relation, repoIds = [] } = this.find(child)?.baseModels ?? {};
				for (const parentId of repoIds) {
					const key = this.#resolve(parentId);
					if (!seen.has(key)) {
						seen.add(key);
						const model = this.#models.get(key);
						const known = model?.repoId ?? parentId;
						ancestors.push({
							repoId: known,
							level: depth,
							...(relation === undefined ? {} : { relation }),
							...(model === undefined ? {} : { model }),
						});
						next.push(known);
					}
				}
			}
			level = next;
		}
		return ancestors;
	}

	/** The transitive closure of derivatives to six levels, each once at its nearest level; without the model itself. */
	listDescendants(repoId: string): readonly Descendant[] {
		const seen = new Set([this.#resolve(repoId)]);
		const descendants: Descendant[] = [];
		let level = [repoId];
		for (let depth = 1; depth <= mostLevels && level.length > 0; depth++) {
			const next: string[] = [];
			for (const parentId of level) {
				for (const model of this.listChildren(parentId)) {
					const key = this.#resolve(model.repoId);
					if (!seen.has(key)) {
						seen.add(key);
						const relation = model.baseModels?.relation;
						descendants.push({
							model,
							parentId,
							level: depth,
							...(relation === undefined ? {} : { relation }),
						});
						next.push(model.repoId);
					}
				}
			}
			level = next;
		}
		return descendants;
	}
}
