import type { ModelTraits } from "../../src/core/catalog/catalogIndex.ts";
import { estimateRequiredBytes, estimateWeightsBytes } from "../../src/core/fit/estimateBytes.ts";
import { classifyLicense } from "../../src/core/license/resolveLicense.ts";

/** The product's own traits, at a day that stays. */
export const benchTraits: ModelTraits = {
	classifyLicense,
	estimateWeightsBytes,
	estimateRequiredBytes,
	nowMs: () => Date.UTC(2026, 4, 20),
};
