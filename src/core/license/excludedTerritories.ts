import type { DeclaredLicense, Model } from "../model/model.ts";
import type { Territory } from "./licenseTerms.ts";
import { readLicenseTerms } from "./readLicenseTerms.ts";

/** Tasks of models that take more than text, or give more than text. */
const multimodalTasks: ReadonlySet<string> = new Set([
	"image-text-to-text",
	"image-to-text",
	"video-text-to-text",
	"visual-question-answering",
	"document-question-answering",
	"audio-text-to-text",
	"any-to-any",
]);

/**
 * Where a license, the model's own or an ancestor's, grants no rights to the model. A limit to the multimodal models of
 * a family holds for those whose task is multimodal; where the task is not known, it is taken to hold.
 */
export function listExcludedTerritories(
	license: DeclaredLicense | undefined,
	model: Pick<Model, "task">,
): readonly Territory[] {
	return readLicenseTerms(license).obligations.flatMap((obligation): readonly Territory[] => {
		if (obligation.code !== "territoryExcluded") {
			return [];
		}
		const holds = obligation.scope === "all" || model.task === undefined || multimodalTasks.has(model.task);
		return holds ? obligation.territories : [];
	});
}
