import type { Counters, Model } from "../../../../src/core/model/model.ts";

export const dayMs = 86_400_000;
export const nowMs = Date.UTC(2026, 4, 21);

/** A model of which only what matters to a test is known. */
export function sampleModel(facts: Partial<Model> & { counters?: Counters } = {}): Model {
	return {
		repoId: "maker/model-7b",
		formats: ["safetensors"],
		security: "unknown",
		counters: {},
		readAtMs: nowMs,
		...facts,
	};
}

/** The time so many days before `nowMs`. */
export function daysAgo(days: number): number {
	return nowMs - days * dayMs;
}
