import * as v from "valibot";
import type { DecodeEstimate } from "./decodeModel.ts";
import type { DecodeCase } from "./decodeTerms.ts";
import stored from "./prefillModel.json";

/** How much of its rate an accelerator computes a prompt with. Source, date and errors: `prefillModel.json`. */
export interface PrefillModel {
	/** Share of the shaders' FP32 rate by family and backend; above 1 where tensor units compute. */
	readonly shares: Readonly<Record<string, number>>;
	/** Of that, the share for mixtures of experts, and for attention over what was read before. */
	readonly mixture: number;
	readonly attention: number;
	/** Factors on an estimate between which 4 of 5 measurements lie. */
	readonly bands: {
		readonly dense: { readonly low: number; readonly high: number };
		readonly mixture: { readonly low: number; readonly high: number };
	};
}

const band = v.object({ low: v.number(), high: v.number() });
const modelSchema = v.object({
	shares: v.record(v.string(), v.number()),
	mixture: v.number(),
	attention: v.number(),
	bands: v.object({ dense: band, mixture: band }),
});

let ours: PrefillModel | undefined;

/** Of a prompt that fills the context, tokens have half of it before them at the mean. */
const meanDepthShare = 0.5;

/**
 * Tokens a second that a prompt as long as the case's depth is read with: operations over the rate that the family gets
 * with the backend. An order of magnitude: builds, batches and formats differ. `undefined` for a family that nothing was
 * measured of.
 */
export function estimatePrefill(
	decode: DecodeCase,
	model = readPrefillModel(),
	depthShare = meanDepthShare,
): DecodeEstimate | undefined {
	const { accelerator, load } = decode;
	const share = model.shares[prefillKey(decode)];
	if (share === undefined) {
		return undefined;
	}
	const rate = accelerator.tflops * 1e12 * share;
	const weights = load.weightOps / (load.isMixture ? model.mixture : 1);
	const seconds = (weights + (load.attentionOps * depthShare) / model.attention) / rate;
	const { low, high } = load.isMixture ? model.bands.mixture : model.bands.dense;
	return { tokensPerSecond: 1 / seconds, low: low / seconds, high: high / seconds };
}

function readPrefillModel(): PrefillModel {
	ours ??= v.parse(modelSchema, stored);
	return ours;
}

/** Name of the share that a case has. */
export function prefillKey({ accelerator, backend }: DecodeCase): string {
	return `${accelerator.family}:${backend}`;
}
