import type { QualityTask } from "./qualityTask.ts";
import { findDomain } from "./qualityTask.ts";
import type { TraitFlag, Traits } from "./traits.ts";

/** Coefficients by what they count: `size`, `language.size`, `coding.size`; absent ones are 0. */
export type PriorCoefficients = Readonly<Record<string, number>>;

export const priorFlags: readonly TraitFlag[] = [
	"tuned",
	"pretrained",
	"reasoning",
	"coder",
	"math",
	"tools",
	"vision",
	"distilled",
	"mixture",
	"merged",
	"others",
	"uncensored",
	"multilingual",
	"large",
	"small",
	"reranker",
];

/** A model as numbers: name and value of each feature that is not 0. */
export type Features = readonly (readonly [string, number])[];

export function listFeatures(traits: Traits): Features {
	const size = traits.logSize === undefined ? undefined : Math.max(-5, Math.min(7.5, traits.logSize)) / 2;
	const year = traits.year === undefined ? undefined : Math.max(-2, Math.min(3, traits.year));
	const features: (readonly [string, number])[] = [["one", 1]];
	if (size === undefined) {
		features.push(["noSize", 1]);
	} else {
		features.push(["size", size], ["size2", Math.abs(size) * size * 0.2]);
		features.push(["active", traits.logActiveShare / 2]);
	}
	if (year === undefined) {
		features.push(["noYear", 1]);
	} else {
		features.push(["year", year], ["year2", year * Math.abs(year) * 0.4]);
	}
	if (size !== undefined && year !== undefined) {
		features.push(["sizeYear", size * year * 0.5]);
	}
	for (const flag of priorFlags) {
		if (traits.flags.has(flag)) {
			features.push([flag, 1]);
		}
	}
	return features.filter(([, value]) => value !== 0);
}

/** What a model of these traits is expected to reach in a task, in standard deviations of models that were evaluated. */
export function predictPrior(features: Features, task: QualityTask, coefficients: PriorCoefficients): number {
	const domain = findDomain(task);
	return features.reduce((sum, [name, value]) => {
		const ofTask = domain === task ? 0 : (coefficients[`${task}.${name}`] ?? 0);
		return sum + value * ((coefficients[name] ?? 0) + (coefficients[`${domain}.${name}`] ?? 0) + ofTask);
	}, 0);
}

/**
 * What packing costs, in standard deviations: next to nothing at 8 bits, a little at 4 (Kurtic et al. 2024, "Give Me BF16
 * or Give Me Death?", https://arxiv.org/abs/2411.02355: 8 bits lose about 1 %, 4 bits about 2 % of the original's score).
 */
export function readPackingLoss({ flags }: Traits): number {
	return flags.has("lowBits") ? 0.1 : flags.has("packed") ? 0.03 : 0;
}
