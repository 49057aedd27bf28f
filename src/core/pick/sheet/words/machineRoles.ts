import type { Strength } from "../requirement.ts";
import { readClauseTime } from "./clauseTime.ts";
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
const shared =
	/^.*?\b(?:(?:tak(?:es|ing)|us(?:es|ing)|needs|occup\w+|eats|reserves|keeps|blocks|hogs)\s+(?:up )?(?:\w+ )?(?:\d+(?: ?gi?b)?|half|most|a third|some|part|one|two)\s+(?:of|from|on)\s+(?:it|that|them|those|this|these|which|the (?:cards?|gpus?|memory|vram|ram))\b|of which [^.;]{0,20}?\b(?:is|are|takes?|uses?|needs?)\b|\d ?gi?b (?:is|are) (?:\w+ )?(?:used|taken|reserved|occupied)\b|(?:already|partly|half) (?:in use|taken|used|occupied|full)\b|shared? (?:it |them |the \w+ )?with\b|(?:one|half|some|part|\d) of (?:it|them|those|these|which)\b[^.;]{0,30}\b(?:is|are|was|were|has|got|go|goes|went|died|broke|taken|used|reserved|busy)\b)/is;
const either = /^[^;.!?\n]*\bor\b/i;

/**
 * Which of several machines is meant: the one that answers comes before those that train or index.
 * Of those between which nobody has chosen none is a must.
 */
export function chooseMachines<M extends Part>(machines: readonly M[], sentence: Sentence): readonly M[] {
	const rated = machines.map((each) => {
		const text = roleText(each, machines, sentence);
		const time = readClauseTime(sentence.clauseWithLead(each));
		const score =
			time === "later"
				? -3
				: time === "now"
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
		return { each, score };
	});
	const best = Math.max(...rated.map(({ score }) => score));
	if (machines.length > 1) {
		for (const each of machines) {
			// "There are two H100, but …; here I have an L4".
			if (
				/^,?\s*(?:but|although|though)\s/i.test(sentence.text.slice(sentence.clauseOf(each.at, each.end).end))
			) {
				each.strength = "prefer";
			}
		}
	}
	const isApart = new Set(machines.map((each) => sentence.clauseOf(each.at, each.end).start)).size > 1;
	for (const each of machines) {
		// What others take of it is not there.
		if (shared.test(sentence.text.slice(each.end, each.end + 140))) {
			each.strength = "prefer";
		}
	}
	for (const [index, { each, score }] of rated.entries()) {
		const next = machines[index + 1];
		if ((isApart && score < best) || (score === -2 && best > 0)) {
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

/** What is said of a machine: up to it, else after it; of its clause without what is said of the others in it. */
function roleText(machine: Part, machines: readonly Part[], sentence: Sentence): string {
	const clause = sentence.clauseOf(machine.at, machine.end);
	const others = machines.filter(
		(each) => each !== machine && clause.start <= each.at && each.at < clause.end,
	);
	if (others.length === 0) {
		return sentence.clauseWithLead(machine);
	}
	const start = Math.max(clause.start, ...others.map(({ end }) => (end <= machine.at ? end : 0)));
	const end = Math.min(clause.end, ...others.map(({ at }) => (at >= machine.end ? at : clause.end)));
	const before = sentence.text.slice(start, machine.end);
	return [answers, trains, prepares].some((role) => role.test(before))
		? before
		: sentence.text.slice(machine.at, end);
}
