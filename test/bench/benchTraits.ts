import type { ModelTraits } from "../../src/core/catalog/catalogIndex.ts";
import { FitJudge } from "../../src/core/fit/fitJudge.ts";
import { readSupportTable } from "../../src/core/fit/support/supportTable.ts";
import { classifyLicense } from "../../src/core/license/resolveLicense.ts";

const fit = new FitJudge(readSupportTable());

/** The product's own traits, at a day that stays. */
export const benchTraits: ModelTraits = {
	classifyLicense,
	estimateWeightsBytes: (model) => fit.estimateWeightsBytes(model),
	estimateRequiredBytes: (model, contextTokens, hardware) =>
		fit.estimateRequiredBytes(model, contextTokens, hardware),
	nowMs: () => Date.UTC(2026, 4, 20),
};
