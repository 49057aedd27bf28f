import type { QualityTask } from "./qualityTask.ts";
import { findDomain } from "./qualityTask.ts";
import type { Traits } from "./traits.ts";

/**
 * How far results speak for other models and other tasks: parts of the variance that is left after the prior, fitted
 * out of sample. Each part is a kernel (equal names, near in size or time), so that their sum is one.
 */
export interface Kinship {
	/** The same weights, however packed. */
	readonly same: number;
	/** Base and tuned models of a size. */
	readonly sibling: number;
	/** Sizes of a generation, by `sizeReach`. */
	readonly line: number;
	/** Tuned from the same generation, by whomever. */
	readonly origin: number;
	/** Generations of a name, by `yearReach`. */
	readonly stem: number;
	/** Models of a maker, by `yearReach`. */
	readonly maker: number;
	/** In natural logarithms of parameters. */
	readonly sizeReach: number;
	/** In years. */
	readonly yearReach: number;
	/** Variance of one benchmark's result around a model's ability for the task, by task: more where tests differ more. */
	readonly noises: Partial<Readonly<Record<QualityTask, number>>> & { readonly others: number };
	/** What tasks share: a part with all, a part with those of the domain; the rest is a task's own. */
	readonly general: number;
	readonly domain: number;
	/** Tasks whose results say less about others, and others' about them. */
	readonly apart: Partial<Readonly<Record<QualityTask, number>>>;
}

/** The covariance of two models' abilities for a task that are left after the prior. */
export function relateModels(a: Traits, b: Traits, kinship: Kinship): number {
	const sizes = a.logSize === undefined || b.logSize === undefined ? 1 : Math.abs(a.logSize - b.logSize);
	const years = a.year === undefined || b.year === undefined ? 0.5 : Math.abs(a.year - b.year);
	const bySize = Math.exp(-sizes / kinship.sizeReach);
	const byYear = Math.exp(-years / kinship.yearReach);
	return (
		when(a.identity, b.identity, kinship.same) +
		when(a.sibling, b.sibling, kinship.sibling) +
		when(a.line, b.line, kinship.line * bySize) +
		when(a.origin, b.origin, kinship.origin * bySize) +
		when(a.stem, b.stem, kinship.stem * byYear) +
		when(a.maker, b.maker, kinship.maker * byYear)
	);
}

function when(a: string, b: string, value: number): number {
	return a !== "" && a === b ? value : 0;
}

/** The covariance of a model with itself: the variance that the prior leaves. */
export function sumVariance({ same, sibling, line, origin, stem, maker }: Kinship): number {
	return same + sibling + line + origin + stem + maker;
}

/** The correlation of abilities for two tasks, from 0 to 1. */
export function relateTasks(a: QualityTask, b: QualityTask, kinship: Kinship): number {
	if (a === b) {
		return 1;
	}
	const closeness = (1 - (kinship.apart[a] ?? 0)) * (1 - (kinship.apart[b] ?? 0));
	return closeness * (kinship.general + (findDomain(a) === findDomain(b) ? kinship.domain : 0));
}
