import type { Model } from "../../core/model/model.ts";
import type { CatalogStore } from "../state/catalogStore.ts";

/** The model as far as it is known; with nothing known, a record that holds its id alone. */
export function findModel({ catalog }: CatalogStore, repoId: string): Model {
	return catalog.get(repoId) ?? { repoId, formats: [], security: "unknown", counters: {}, readAtMs: 0 };
}
