import { findModelCall, type ModelCall, takesDatasets } from "./callSites.ts";
import { callsOf, namesOf } from "./placeNames.ts";
import type { Program } from "./readProgram.ts";

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
	const givenTo = new Map<string, Set<string>>();
	for (const { word, place } of program.valueWords) {
		const call = callsOf(place)[0];
		const taker = call === undefined ? undefined : findModelCall(call);
		if (taker !== undefined && !taker.isWeak && (usesHub || taker.needsHub !== true)) {
			models.set(word, taker);
		}
		if (call !== undefined && call.index === 0 && takesDatasets(call)) {
			datasets.set(word, true);
		}
		const names = namesOf(place).slice(0, 2);
		if (call !== undefined && call.argument === undefined) {
			const parameter = findParameter(program, call.name, call.index);
			if (parameter !== undefined) {
				names.push(parameter);
			}
		}
		for (const name of names) {
			const words = givenTo.get(name) ?? new Set();
			words.add(word);
			givenTo.set(name, words);
		}
	}
	follow(models, givenTo);
	follow(datasets, givenTo);
	return { models, datasets: new Set(datasets.keys()) };
}

/** Adds what the names in a map are given, step by step. */
function follow<T>(sinks: Map<string, T>, givenTo: ReadonlyMap<string, ReadonlySet<string>>): void {
	let front = [...sinks];
	for (let step = 0; step < mostSteps && front.length > 0; step++) {
		const next: [string, T][] = [];
		for (const [name, value] of front) {
			for (const word of givenTo.get(name) ?? []) {
				if (!sinks.has(word)) {
					sinks.set(word, value);
					next.push([word, value]);
				}
			}
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
