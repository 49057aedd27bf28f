import assert from "node:assert/strict";
import { makeGrowthFigure } from "../../../../src/core/adoption/growthFigure.ts";
import {
	computeRelativeAdoption,
	findDownloadsAtDay,
	type ModelHistory,
} from "../../../../src/core/adoption/relativeAdoption.ts";
import type { Model } from "../../../../src/core/model/model.ts";
import { dayMs, daysAgo, nowMs, sampleModel } from "./sampleModel.ts";
import { gainDaily, repeat } from "./sampleSeries.ts";

/** A text-generation model of 7 B with a reading each week since release, `perDay` downloads a day. */
function released(name: string, ageDays: number, perDay: number, facts: Partial<Model> = {}): ModelHistory {
	const createdAtMs = daysAgo(ageDays);
	const weeks = Math.floor(ageDays / 7);
	return {
		model: sampleModel({
			repoId: `maker/${name}`,
			task: "text-generation",
			parameters: { total: { value: 7e9, basis: "read", from: "safetensorsTotal" } },
			createdAtMs,
			counters: { downloadsAllTime: perDay * ageDays },
			...facts,
		}),
		readings: Array.from({ length: weeks }, (_, week) => ({
			readAtMs: createdAtMs + (week + 1) * 7 * dayMs,
			downloadsAllTime: (week + 1) * 7 * perDay,
		})),
	};
}

const figure = (own: ModelHistory, others: readonly ModelHistory[]) =>
	computeRelativeAdoption(own, others, nowMs).figure;

describe("relative adoption", () => {
	it("is cumulative downloads at a day after release over the cohort's median at that day, by hand", () => {
		const own = released("own", 40, 300);
		// Twelve rivals, older: the ten most downloaded gain 1,000, 900, … 100 a day; their median is 550.
		const rivals = Array.from({ length: 12 }, (_, i) =>
			released(`r${i}`, 400, Math.max(20, 1_000 - i * 100)),
		);
		const result = figure(own, rivals);
		assert.equal(result?.value.toFixed(6), (300 / 550).toFixed(6));
		assert.deepEqual(result?.cohort, { kind: "mostDownloaded", size: 10, bucket: "from5To10B" });
		assert.equal(result?.asOfMs, (own.model.createdAtMs ?? 0) + 30 * dayMs);
		assert.equal(result?.basis, "computed");
	});

	it("compares with nobody of another size or task, nor with itself", () => {
		const own = released("own", 40, 300);
		const large = {
			parameters: { total: { value: 70e9, basis: "read", from: "safetensorsTotal" } },
		} as const;
		const others = [
			own,
			released("large", 400, 9_000, large),
			released("other", 400, 9_000, { task: "text-ranking" }),
			...[100, 200, 300].map((perDay) => released(`r${perDay}`, 400, perDay)),
		];
		assert.equal(figure(own, others)?.value, 1.5);
	});

	it("takes models of the same age where there is no history, and names them so", () => {
		const bare = (name: string, age: number, perDay: number) => ({
			model: released(name, age, perDay).model,
			readings: [],
		});
		const peers = [100, 200, 400].map((perDay) => bare(`p${perDay}`, 105, perDay));
		const result = figure(bare("own", 100, 210), [...peers, bare("old", 900, 5_000)]);
		assert.equal(result?.value, 1);
		assert.deepEqual(result?.cohort, { kind: "sameAge", size: 3, bucket: "from5To10B" });
		assert.equal(result?.basis, "estimated");
	});

	it("says why it is not defined", () => {
		const reason = (own: ModelHistory, others: readonly ModelHistory[] = []) =>
			computeRelativeAdoption(own, others, nowMs).reason;
		assert.equal(reason(released("a", 40, 1, { task: "fill-mask" })), "otherTask");
		assert.equal(reason(released("a", 3, 1)), "tooYoung");
		assert.equal(reason(released("a", 40, 1)), "noCohort");
		const { createdAtMs: _date, ...undated } = released("a", 40, 1).model;
		assert.equal(reason({ model: undated, readings: [] }), "noCreationDate");
		const { parameters: _size, ...unsized } = released("a", 40, 1).model;
		assert.equal(reason({ model: unsized, readings: [] }), "noSize");
	});

	it("reads downloads at a day between two readings, from nothing at release, and no further than they reach", () => {
		const history = released("a", 40, 10);
		assert.equal(findDownloadsAtDay(history, 7), 70);
		assert.equal(findDownloadsAtDay(history, 10), 100);
		assert.equal(findDownloadsAtDay(history, 3), 30);
		assert.equal(findDownloadsAtDay(history, 60), undefined);
		assert.equal(findDownloadsAtDay({ ...history, readings: history.readings.slice(4) }, 14), undefined);
	});
});

describe("growth as a figure", () => {
	it("has its date, or the reason why there is none", () => {
		const { figure: grown } = makeGrowthFigure(gainDaily([...repeat(100, 21), ...repeat(150, 7)]), ["new"]);
		assert.equal(grown?.value, 0.5);
		assert.deepEqual(grown?.flags, ["new"]);
		assert.equal(new Date(grown?.asOfMs ?? 0).toISOString().slice(0, 10), "2026-01-29");
		assert.equal(makeGrowthFigure([]).reason, "noReadings");
		assert.equal(makeGrowthFigure(gainDaily(repeat(100, 5))).reason, "shortHistory");
		assert.equal(makeGrowthFigure(gainDaily(repeat(3, 28))).reason, "smallBase");
	});
});
