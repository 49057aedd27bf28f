import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import * as v from "valibot";
import type { Reading } from "../../src/core/adoption/derivatives.ts";

const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const lineSchema = v.object({
	id: v.string(),
	t: v.pipe(v.string(), v.isoTimestamp()),
	dl30: v.nullish(amount),
	likes: v.nullish(amount),
	trend: v.nullish(amount),
});

const dayMs = 86_400_000;

/**
 * Dated readings by repo id from a file with one JSON object a line (`{ id, t, dl30, likes, trend }`): the last of each
 * day, and of those at most `most`, spread over the time that they span. A line that is no reading is an error.
 */
export async function readReadings(path: string, most: number): Promise<Map<string, Reading[]>> {
	const byModel = new Map<string, Map<number, Reading>>();
	let lineNumber = 0;
	for await (const line of createInterface({ input: createReadStream(path, "utf8") })) {
		lineNumber++;
		if (line.trim() === "") {
			continue;
		}
		const parsed = v.safeParse(lineSchema, JSON.parse(line));
		if (!parsed.success) {
			throw new Error(`Line ${lineNumber} of ${path} is no reading.`);
		}
		const { id, t, dl30, likes, trend } = parsed.output;
		const readAtMs = Date.parse(t);
		const days = byModel.get(id) ?? new Map<number, Reading>();
		byModel.set(id, days);
		const day = Math.floor(readAtMs / dayMs);
		if ((days.get(day)?.readAtMs ?? 0) <= readAtMs) {
			days.set(day, {
				readAtMs,
				...(typeof dl30 === "number" ? { downloads30d: dl30 } : {}),
				...(typeof likes === "number" ? { likes } : {}),
				...(typeof trend === "number" ? { trendingScore: trend } : {}),
			});
		}
	}
	return new Map(
		[...byModel].map(([id, days]) => [
			id,
			thinReadings(
				[...days.values()].sort((a, b) => a.readAtMs - b.readAtMs),
				most,
			),
		]),
	);
}

/** At most `most` (2 or more) of some readings in order of time: the first, the last, and evenly many between. */
export function thinReadings(readings: readonly Reading[], most: number): Reading[] {
	if (readings.length <= most) {
		return [...readings];
	}
	const step = (readings.length - 1) / (most - 1);
	return Array.from({ length: most }, (_, i) => readings[Math.round(i * step)]).flatMap(
		(reading) => reading ?? [],
	);
}
