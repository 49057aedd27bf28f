import assert from "node:assert/strict";
import fc from "fast-check";
import { appendReadings } from "../../../../../src/core/adoption/readingLog.ts";
import { packReadings, unpackReadings } from "../../../../../src/core/adoption/readings/packReadings.ts";
import {
	encodeReadingFile,
	packBlock,
	ReadingFile,
} from "../../../../../src/core/adoption/readings/readingFile.ts";
import { dayMs, nowMs } from "../sampleModel.ts";
import { anyReading } from "./anyReading.ts";

const anySeries = fc.array(anyReading, { maxLength: 60 }).map(
	(readings) =>
		appendReadings(
			new Map(),
			readings.map((reading) => ({ key: "a", reading })),
		).get("a") ?? [],
);

describe("packed readings", () => {
	it("come back as they were", () => {
		fc.assert(
			fc.property(anySeries, (readings) => {
				assert.deepEqual(unpackReadings(packReadings(readings)), readings);
			}),
		);
	});

	it("keep times to the quarter of an hour, and leave out what no counter can be", () => {
		const odd = { readAtMs: nowMs + 1_234_567, downloads30d: -3, downloadsAllTime: Number.NaN, likes: 2.4 };
		assert.deepEqual(unpackReadings(packReadings([odd])), [{ readAtMs: nowMs + 900_000, likes: 2 }]);
	});

	it("are small: a year of a model in under 2 kB", () => {
		const readings = Array.from({ length: 365 }, (_, day) => ({
			readAtMs: nowMs + day * dayMs + (day % 90) * 900_000,
			downloads30d: 1_000_000 + day * 1_234,
			downloadsAllTime: 20_000_000 + day * 40_000 + (day % 7) * 900,
			likes: 900 + day,
			derivatives: { quantized: 4 + Math.floor(day / 30) },
		}));
		assert.deepEqual(unpackReadings(packReadings(readings)), readings);
		assert.ok(packReadings(readings).length < 2_000, String(packReadings(readings).length));
	});

	it("survive any other bytes", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				unpackReadings(bytes);
				ReadingFile.open(bytes);
			}),
		);
	});
});

describe("file of readings", () => {
	const readings = [{ readAtMs: nowMs, downloads30d: 7 }];
	const bytes = encodeReadingFile(
		new Map([
			["64b0234d53bd91402e6ad49c", packBlock(readings)],
			["Qwen/Qwen3-8B", packBlock([...readings, { readAtMs: nowMs + dayMs, likes: 3 }])],
		]),
	);

	it("holds each model's readings", () => {
		const file = ReadingFile.open(bytes);
		assert.deepEqual([...(file?.keys ?? [])], ["64b0234d53bd91402e6ad49c", "Qwen/Qwen3-8B"]);
		assert.deepEqual(file?.getReadings("64b0234d53bd91402e6ad49c"), readings);
		assert.equal(file?.getReadings("Qwen/Qwen3-8B").length, 2);
		assert.deepEqual(file?.getReadings("other"), []);
	});

	it("is told from one that was cut off or damaged, a model at a time", () => {
		for (let length = 0; length < bytes.length; length++) {
			assert.equal(ReadingFile.open(bytes.slice(0, length)), undefined, String(length));
		}
		const damaged = bytes.slice();
		damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 0xff;
		const file = ReadingFile.open(damaged);
		assert.deepEqual(file?.getReadings("64b0234d53bd91402e6ad49c"), readings);
		assert.deepEqual(file?.getReadings("Qwen/Qwen3-8B"), []);
		const misnamed = bytes.slice();
		misnamed[30] = (misnamed[30] ?? 0) ^ 1;
		assert.equal(ReadingFile.open(misnamed), undefined);
	});
});
