import assert from "node:assert/strict";
import fc from "fast-check";
import type { Reading } from "../../../../src/core/adoption/derivatives.ts";
import { downloadsSeries } from "../../../../src/core/adoption/downloadsSeries.ts";
import { decodeReadings, encodeReadings } from "../../../../src/core/adoption/readingCodec.ts";
import { appendReadings, readingKey, takeReading } from "../../../../src/core/adoption/readingLog.ts";
import { dayMs, daysAgo, nowMs, sampleModel } from "./sampleModel.ts";

const minuteMs = 60_000;

describe("log of readings", () => {
	it("keeps the latest reading of a UTC day, in whatever order they come", () => {
		const at = (hour: number, downloads30d: number) => ({
			key: "a",
			reading: { readAtMs: nowMs + hour * 60 * minuteMs, downloads30d },
		});
		const log = appendReadings(new Map(), [at(20, 3), at(1, 1), at(25, 4), at(9, 2)]);
		assert.deepEqual(
			log.get("a")?.map((reading) => reading.downloads30d),
			[3, 4],
		);
		assert.deepEqual(appendReadings(log, [at(2, 9)]), log);
	});

	it("lets the oldest readings and the models read longest ago give way", () => {
		const entries = ["a", "b", "c"].flatMap((key, place) =>
			[10, 5, 1].map((days) => ({ key, reading: { readAtMs: daysAgo(days - place), likes: days } })),
		);
		const log = appendReadings(new Map(), entries, { models: 2, readingsPerModel: 2 });
		assert.deepEqual([...log.keys()].sort(), ["b", "c"]);
		assert.deepEqual(
			log.get("c")?.map((reading) => reading.likes),
			[5, 1],
		);
	});

	it("follows a model through renaming, and takes no reading of unknown counters", () => {
		assert.equal(
			readingKey({ hubId: "64b0", repoId: "a/b" }),
			readingKey({ hubId: "64b0", repoId: "a/renamed" }),
		);
		assert.equal(readingKey({ repoId: "a/b" }), "a/b");
		assert.equal(takeReading(sampleModel()), undefined);
		assert.deepEqual(takeReading(sampleModel({ counters: { downloads30d: 7 } })), {
			readAtMs: nowMs,
			downloads30d: 7,
		});
	});
});

describe("readings as text", () => {
	const counter = fc.option(fc.nat(2_000_000_000), { nil: undefined });
	const reading = fc
		.record({
			day: fc.nat(20_000),
			minute: fc.nat(1_439),
			counters: fc.tuple(counter, counter, counter, counter),
		})
		.map(({ day, minute, counters: [downloads30d, downloadsAllTime, likes, trendingScore] }): Reading => {
			return {
				readAtMs: day * dayMs + minute * minuteMs,
				...(downloads30d === undefined ? {} : { downloads30d }),
				...(downloadsAllTime === undefined ? {} : { downloadsAllTime }),
				...(likes === undefined ? {} : { likes }),
				...(trendingScore === undefined ? {} : { trendingScore }),
			};
		});

	it("come back as they were", () => {
		const entry = fc.record({ key: fc.constantFrom("64b0", "Qwen/Qwen3-8B", "__proto__"), reading });
		fc.assert(
			fc.property(fc.array(entry), (entries) => {
				const log = appendReadings(new Map(), entries);
				const back = decodeReadings(encodeReadings(log));
				const withoutProto = new Map([...log].filter(([key]) => key !== "__proto__"));
				assert.deepEqual(new Map([...back].sort()), new Map([...withoutProto].sort()));
			}),
		);
	});

	it("survive any other text", () => {
		fc.assert(fc.property(fc.string(), (text) => decodeReadings(text) instanceof Map));
		fc.assert(fc.property(fc.json(), (text) => decodeReadings(text) instanceof Map));
		for (const text of [
			"",
			"[]",
			'{"version":2,"models":{}}',
			'{"version":1}',
			'{"version":1,"models":[]}',
		]) {
			assert.equal(decodeReadings(text).size, 0, text);
		}
	});

	it("lose only what cannot be read", () => {
		const text = JSON.stringify({
			version: 1,
			models: { good: [[29_000_000, 5]], bad: [["yesterday"]], far: [[1e18, 1]], below: [[29_000_000, -5]] },
		});
		assert.deepEqual(
			[...decodeReadings(text)],
			[["good", [{ readAtMs: 29_000_000 * minuteMs, downloads30d: 5 }]]],
		);
	});

	it("stay small: a year of a model in under 10 kB", () => {
		const entries = Array.from({ length: 365 }, (_, day) => ({
			key: "64b0234d53bd91402e6ad49c",
			reading: {
				readAtMs: daysAgo(365 - day),
				downloads30d: 1_000_000 + day * 1_234,
				downloadsAllTime: 20_000_000 + day * 40_000,
				likes: 900 + day,
			},
		}));
		assert.ok(encodeReadings(appendReadings(new Map(), entries)).length < 10_000);
	});
});

describe("series of the 30-day counter", () => {
	it("shows a gap where nobody looked for longer than the gap allows", () => {
		const readings = [
			{ readAtMs: daysAgo(30), downloads30d: 10 },
			{ readAtMs: daysAgo(23), downloads30d: 20 },
			{ readAtMs: daysAgo(12), likes: 4 },
			{ readAtMs: daysAgo(2), downloads30d: 0 },
		];
		assert.deepEqual(
			downloadsSeries(readings).map((point) => point.value),
			[10, 20, null, 0],
		);
		assert.deepEqual(
			downloadsSeries(readings, 60).map((point) => point.value),
			[10, 20, 0],
		);
		assert.deepEqual(downloadsSeries([]), []);
	});
});
