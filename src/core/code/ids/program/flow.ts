import { findModelCall, type ModelCall, takesDatasets } from "../candidates/callSites.ts";
import { callsOf } from "./placeNames.ts";
import type { Program } from "./program.ts";

/** A chain of names is followed up to here: each step is a little less certain. */
const mostSteps = 4;

/** Where the values of names come to. */
export interface Sinks {
	/** To a call that takes models. */
	readonly models: ReadonlyMap<string, ModelCall>;
	/** To a call that loads data sets. */
	readonly datasets: ReadonlySet<string>;
}

/** No names come anywhere. */
export const noSinks: Sinks = { models: new Map(), datasets: new Set() };

/**
 * Names whose values come to a call that takes models, in the same text: `MODEL` of `from_pretrained(MODEL)`, of
 * `load(MODEL)` where `load` hands its parameter on, of `args.model` that `--model` fills.
 */
export function findSinks(program: Program, usesHub: boolean): Sinks {
	const models = new Map<string, ModelCall>();
	const datasets = new Map<string, true>();
	for (const { word, place } of program.takenWords) {
		const [call] = callsOf(place);
		const taker = call === undefined ? undefined : findModelCall(call);
		if (taker !== undefined && !taker.isWeak && (usesHub || taker.needsHub !== true)) {
			models.set(word, taker);
		}
		if (call !== undefined && call.index === 0 && takesDatasets(call)) {
			datasets.set(word, true);
		}
	}
	follow(models, program);
	follow(datasets, program);
	return { models, datasets: new Set(datasets.keys()) };
}

/** Adds what the names in a map are given, step by step. */
function follow<T>(sinks: Map<string, T>, program: Program): void {
	let front = new Set(sinks.keys());
	for (let step = 0; step < mostSteps && front.size > 0; step++) {
		const next = new Set<string>();
		const add = (name: string, word: string) => {
			const value = sinks.get(name);
			if (value !== undefined && !sinks.has(word)) {
				sinks.set(word, value);
				next.add(word);
			}
		};
		program.gifts.findGiven(front, add);
		if (program.parameters.size > 0) {
			program.gifts.findPassed(front, (call, index) => findParameter(program, call, index), add);
		}
		front = next;
	}
}

/** The parameter that an argument without a name comes to. */
export function findParameter(program: Program, call: string, index: number): string | undefined {
	const all = program.parameters.get(call);
	const own = all?.[0] === "self" || all?.[0] === "cls" ? all.slice(1) : all;
	return own?.[index];
}
