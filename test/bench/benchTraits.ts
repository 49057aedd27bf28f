import type { ModelTraits } from "../../src/core/catalog/catalogIndex.ts";

const permissiveIds = new Set(["apache-2.0", "mit"]);
const openIds = new Set([
	"llama2",
	"llama3",
	"llama3.1",
	"llama3.2",
	"llama3.3",
	"gemma",
	"gpl-3.0",
	"cc-by-4.0",
]);

/** Traits that cost next to nothing, so that the figures are the catalog's own. */
export const benchTraits: ModelTraits = {
	classifyLicense: (license) => {
		if (license === undefined || license.id === "other") {
			return "notStated";
		}
		return permissiveIds.has(license.id)
			? "permissive"
			: openIds.has(license.id)
				? "conditions"
				: "nonCommercial";
	},
	estimateWeightsBytes: (model) => {
		const parameters = model.parameters?.total.value;
		return parameters === undefined ? undefined : parameters * 2;
	},
	estimateRequiredBytes: (model, contextTokens, vendor) => {
		const parameters = model.parameters?.total.value;
		const bytesPerParameter = vendor === "cpu" ? 0.6 : 2;
		return parameters === undefined ? undefined : parameters * bytesPerParameter + contextTokens * 131_072;
	},
	nowMs: () => Date.UTC(2026, 4, 20),
};
