import type { DeclaredLicense } from "../model/model.ts";
import data from "./statedInText.json" with { type: "json" };

const models: ReadonlyMap<string, { readonly name: string; readonly link: string }> = new Map(
	Object.entries(data.models),
);

/** The license that a model's card names in its text only, where somebody has read it; see the table. */
export function findStatedInText(repoId: string): DeclaredLicense | undefined {
	const stated = models.get(repoId);
	return stated && { id: "other", ...stated, origin: "card" };
}
