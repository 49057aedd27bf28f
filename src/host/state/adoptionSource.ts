import { type AdoptionReport, reportAdoption } from "../../core/adoption/adoptionReport.ts";
import { FamilyTree } from "../../core/adoption/lineage/familyTree.ts";
import type { Model } from "../../core/model/model.ts";
import type { CatalogStore } from "./catalogStore.ts";
import type { ModelJudge } from "./modelJudge.ts";

/** Adoption of models against all that are known. What is made from the whole catalog is made anew when that changes. */
export class AdoptionSource {
	readonly #store: CatalogStore;
	readonly #judge: ModelJudge;
	readonly #renamed = new Map<string, string>();
	#tree: { readonly version: number; readonly tree: FamilyTree } | undefined;

	constructor(store: CatalogStore, judge: ModelJudge) {
		this.#store = store;
		this.#judge = judge;
	}

	/** Who derives from whom, among the models known. */
	get tree(): FamilyTree {
		const { catalog } = this.#store;
		if (this.#tree?.version !== catalog.version) {
			this.#tree = { version: catalog.version, tree: new FamilyTree(catalog.models, this.#renamed) };
		}
		return this.#tree.tree;
	}

	/** The Hub told that a model is called otherwise than those say that derive from it. */
	noteRenamed(from: string, to: string): void {
		this.#renamed.set(from, to);
		this.#tree = undefined;
	}

	/** All figures of a model. */
	report(model: Model): AdoptionReport {
		return reportAdoption({
			model,
			derivatives: this.#store.getDerivatives(model.repoId),
			readings: this.#judge.getReadings(model),
			others: this.#judge.listHistories(),
			tree: this.tree,
		});
	}
}
