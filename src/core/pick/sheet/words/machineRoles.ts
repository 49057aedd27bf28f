import type { Strength } from "../requirement.ts";
import type { Sentence } from "./sentence.ts";

/** A machine that was named, as far as its part in the work is asked. */
export interface Part {
	readonly at: number;
	readonly end: number;
	strength: Strength;
}

/** Where models answer in the end. */
const answers =
	/\b(?:serv(?:es?|ing)|infer\w*|deploy(?:s|ed|ing|ment)?|prod(?:uction)?|final(?:ly)?|at home|(?:only|just) (?:have|has|got|own)|(?:mov|switch|migrat)\w* to|quer(?:y|ies)|search server|must|has to|have to|needs? to|target)\b/i;
const trains = /\b(?:pre-?)?train(?:s|ed|ing)?\b|\bfine-?tun\w*/i;
/** What else machines are there for. */
const prepares =
	/\bindex(?:ing|ed)?\b|\bprototyp\w+|\bdev(?:elopment)?\b|\bexperiment\w*|\b(?:for|in|local) tests?\b|\btest(?:ed|ing)\b|\bat (?:work|the office)\b|\brent(?:ed|ing)?\b/i;
const past =
	/\b(?:used to|previous(?:ly)?|formerly|no longer|sold|(?:we|i|they) had|last year|tried|when (?:i|we)|(?:it|that|which) needed|old (?:setup|system|stack|server|machine))\b/i;
const now = /\b(?:current(?:ly)?|at the moment|right now|today|so far|until now)\b/i;
const either = /^[^;.!?\n]*\bor\b/i;

/**
 * Which of several machines is meant: the one that answers comes before those that train or index, and what is before what was.
 * Of those between which nobody has chosen none is a must.
 */
export function chooseMachines<M extends Part>(machines: readonly M[], sentence: Sentence): readonly M[] {
	const rated = machines.map((each) => {
		const text = sentence.clauseWithLead(each);
		const isPast = past.test(text);
		const score = isPast
			? -3
			: now.test(text)
				? -0.5
				: trains.test(text) && !answers.test(text)
					? -2
					: each.strength === "prefer"
						? -1
						: answers.test(text)
							? 1
							: prepares.test(text)
								? -1
								: 0;
		return { each, score, isPast };
	});
	const best = Math.max(...rated.map(({ score }) => score));
	const isApart = new Set(machines.map((each) => sentence.clauseOf(each.at, each.end).start)).size > 1;
	for (const [index, { each, score, isPast }] of rated.entries()) {
		const next = machines[index + 1];
		if (isPast || (isApart && score < best)) {
			each.strength = "prefer";
		}
		if (next !== undefined && either.test(sentence.text.slice(each.end, next.at))) {
			each.strength = "prefer";
			next.strength = "prefer";
		}
	}
	return rated
		.filter(({ score }) => !isApart || score === best || score === -1 || score >= 0)
		.map(({ each }) => each);
}
