import assert from "node:assert/strict";
import { downloadsSeries } from "../../../../src/core/adoption/downloadsSeries.ts";
import { appendReadings, readingKey, takeReading } from "../../../../src/core/adoption/readingLog.ts";
import { daysAgo, nowMs, sampleModel } from "./sampleModel.ts";

describe("log of readings", () => {
	it("keeps the latest reading of a UTC day, in whatever order they come", () => {
		const at = (hour: number, downloads30d: number) => ({
			key: "a",
			reading: { readAtMs: nowMs + hour * 3_600_000, downloads30d },
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
