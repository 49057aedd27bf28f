import type { LogEntry } from "../../../../../src/core/adoption/readingLog.ts";
import { dayMs, nowMs } from "../sampleModel.ts";

/** So many times each writer saves. */
export const countSaves = 15;

/** What a writer saves at one time: a reading of a model that all write of, and of forty that only it does. */
export function listEntries(writer: number, save: number): readonly LogEntry[] {
	const shared = { readAtMs: nowMs + (writer * 100 + save) * dayMs, likes: writer * 1000 + save };
	return [
		{ key: "shared", reading: shared },
		...Array.from({ length: 40 }, (_, model) => ({
			key: `own${writer}-${model}`,
			reading: { readAtMs: nowMs + save * dayMs, downloads30d: model * 7 + save, likes: save },
		})),
	];
}
