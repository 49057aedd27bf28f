import type { Target, TargetHardware } from "../hardware/target.ts";
import type { Model } from "../model/model.ts";
import type { Candidate } from "./candidate.ts";
import { candidateArtifacts } from "./candidateArtifacts.ts";
import { chooseBest, judgeNothing } from "./chooseBest.ts";
import { estimateWeightsBytes } from "./estimateBytes.ts";
import { limitContext } from "./kvCache.ts";
import { findLargestContext } from "./largestContext.ts";
import { estimateParts, sumParts } from "./parts.ts";
import { estimateSpeed, type SpeedFigures } from "./speed/estimateSpeed.ts";
import { splitOverCards } from "./splitOverCards.ts";
import { judgeSupport, type SupportVerdict } from "./support/judgeSupport.ts";
import { expandWeights, judgeWithSupport, type SupportedVerdict } from "./support/judgeWithSupport.ts";
import { nameFormats } from "./support/nameFormats.ts";
import type { SupportRules } from "./support/openSupportRules.ts";

/** All that can be said of a candidate on a target. */
export interface WholeVerdict extends SupportedVerdict {
	/** Absent where it cannot be told. */
	readonly speed?: SpeedFigures;
}

/** The verdict on the best candidate of a model. */
export interface BestVerdict extends SupportedVerdict {
	/** Absent where nothing of the model could be judged. */
	readonly candidate?: Candidate;
}

/** Those of a model's candidates that may be loaded. */
export type NarrowCandidates = (candidates: readonly Candidate[]) => readonly Candidate[];

/**
 * The one judge of fit: memory, software and speed, for lists, filters, picks and panels alike, so that none says
 * another thing than the others. Its tables are large: a host that counts what it loads at the start imports this
 * file dynamically. What the table says to a kind of file on a target is looked up once.
 */
export class FitJudge {
	readonly #rules: SupportRules;
	readonly #known = new WeakMap<object, Map<string, SupportVerdict>>();

	/** With the rules of what runs where, a table so large that the extension reads it as a file. */
	constructor(rules: SupportRules) {
		this.#rules = rules;
	}

	/** Names of all runtimes that there are rules about. */
	listRuntimes(): readonly string[] {
		return [...this.#rules.byRuntime.keys()].sort();
	}

	/** What of a model could be loaded. */
	listCandidates(model: Model): readonly Candidate[] {
		return candidateArtifacts(model);
	}

	/** One candidate on one target at a context length in tokens, with its speed. */
	judge(model: Model, candidate: Candidate, target: Target, contextTokens: number): WholeVerdict {
		const judged = this.#judge(model, candidate, target, contextTokens);
		const speed = estimateSpeed(model, candidate, target, contextTokens, judged.verdict);
		return speed ? { ...judged, speed } : judged;
	}

	/**
	 * The best candidate of a model on a target, without its speed: cheap enough for every row of a list. `narrow` leaves
	 * out what would not be loaded there.
	 */
	judgeBest(
		model: Model,
		target: Target,
		contextTokens: number,
		narrow: NarrowCandidates = (candidates) => candidates,
	): BestVerdict {
		const best = chooseBest(narrow(candidateArtifacts(model)), (candidate) =>
			this.#judge(model, candidate, target, contextTokens),
		);
		return best
			? { ...best.judged, candidate: best.candidate }
			: {
					verdict: judgeNothing(model, target, contextTokens),
					support: { support: "unknown", answers: [] },
					isExpanded: false,
				};
	}

	/** The largest context in tokens at which a candidate, as it is loaded there, still fits (`findLargestContext`). */
	findLargestContext(model: Model, candidate: Candidate, target: Target): number | undefined {
		const support = this.#readSupport(candidate, target);
		return support.support === "unsupported"
			? undefined
			: findLargestContext(model, expandWeights(candidate, support.loadsAs), target);
	}

	/** Bytes of what would be loaded of a model as it is published (`estimateWeightsBytes`). */
	estimateWeightsBytes(model: Model): number | undefined {
		return estimateWeightsBytes(model);
	}

	/**
	 * The least memory in bytes in which a candidate of a model runs on hardware at a context length in tokens:
	 * `judgeBest` says "fits" exactly where this is within the budget. `Infinity` where none of those whose size is
	 * known runs there at all; `undefined` if not known. A list's filter: cheap enough for a hundred thousand models.
	 */
	estimateRequiredBytes(model: Model, contextTokens: number, hardware: TargetHardware): number | undefined {
		let least: number | undefined;
		for (const candidate of candidateArtifacts(model)) {
			if (!candidate.weights) {
				continue;
			}
			const support = this.#readSupport(candidate, hardware);
			const loaded = expandWeights(candidate, support.loadsAs);
			const required =
				support.support === "unsupported"
					? Number.POSITIVE_INFINITY
					: countRequiredBytes(model, loaded, hardware, limitContext(model, contextTokens));
			if (required !== undefined && required < (least ?? Number.NaN)) {
				least = required;
			}
			least ??= required;
		}
		return least;
	}

	#judge(model: Model, candidate: Candidate, target: Target, contextTokens: number): SupportedVerdict {
		return judgeWithSupport(model, candidate, target, contextTokens, this.#readSupport(candidate, target));
	}

	/** Software is judged by the kind of file alone, of which there are few. */
	#readSupport(candidate: Candidate, hardware: TargetHardware): SupportVerdict {
		let known = this.#known.get(hardware);
		if (!known) {
			known = new Map();
			this.#known.set(hardware, known);
		}
		const key = [candidate.format, candidate.method, ...nameFormats(candidate)].join("|");
		let support = known.get(key);
		if (!support) {
			support = judgeSupport(candidate, hardware, this.#rules);
			known.set(key, support);
		}
		return support;
	}
}

/** What a candidate takes of one device: where only a split over several holds it, no more than the largest has. */
function countRequiredBytes(
	model: Model,
	candidate: Candidate,
	{ vendor, cardBudgets = [] }: TargetHardware,
	contextTokens: number,
): number | undefined {
	const parts = estimateParts(model, candidate, vendor, contextTokens);
	const bytes = sumParts(parts)?.value;
	const [largest] = cardBudgets;
	return bytes !== undefined && largest !== undefined && bytes > largest
		? splitOverCards(model, candidate, parts, cardBudgets)
			? largest
			: bytes
		: bytes;
}
