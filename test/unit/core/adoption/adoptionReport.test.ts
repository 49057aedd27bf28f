import assert from "node:assert/strict";
import { reportAdoption } from "../../../../src/core/adoption/adoptionReport.ts";
import type { Reading } from "../../../../src/core/adoption/derivatives.ts";
import { FamilyTree } from "../../../../src/core/adoption/lineage/familyTree.ts";
import type { Model } from "../../../../src/core/model/model.ts";
import { daysAgo, nowMs, sampleModel } from "./sampleModel.ts";
import { gainDaily, repeat } from "./sampleSeries.ts";

const report = (model: Model, others: readonly Model[] = [], readings = gainDaily([])) =>
	reportAdoption({
		model,
		derivatives: undefined,
		readings,
		others: [model, ...others].map((each) => ({ model: each, readings: [] })),
		tree: new FamilyTree([model, ...others]),
	});

const text = (repoId: string, downloadsAllTime: number, ageDays: number): Model =>
	sampleModel({
		repoId,
		task: "text-generation",
		createdAtMs: daysAgo(ageDays),
		parameters: { total: { value: 7e9, basis: "read", from: "safetensorsTotal" } },
		counters: { downloadsAllTime, downloads30d: downloadsAllTime / 10, likes: 50 },
	});

describe("the report on a model's adoption", () => {
	it("has every figure with its cohort and date, by hand", () => {
		const model = text("own/model", 60_000, 100);
		const rivals = [20_000, 30_000, 90_000].map((downloads, i) =>
			text(`rival/model${i}`, downloads, 100 + i),
		);
		const child: Model = {
			...sampleModel({ repoId: "some/quant", counters: { downloads30d: 2_000 } }),
			baseModels: { repoIds: ["own/model"], relation: "quantized" },
		};
		const readings = gainDaily([...repeat(100, 21), ...repeat(150, 7)]);
		const { growth, momentum, relativeAdoption, familyShare, flags } = report(
			model,
			[...rivals, child],
			readings,
		);
		assert.equal(growth.figure?.value, 0.5);
		// 6,000 in 30 days are 200 a day; 60,000 in 100 days are 600 a day.
		assert.ok(Math.abs((momentum.figure?.value ?? 0) - 200 / 600) < 1e-9);
		assert.equal(momentum.figure?.asOfMs, nowMs);
		assert.equal(relativeAdoption.figure?.value, 2);
		assert.deepEqual(relativeAdoption.figure?.cohort, { kind: "sameAge", size: 3, bucket: "from5To10B" });
		assert.equal(familyShare.figure?.value, 0.75);
		assert.deepEqual(familyShare.figure?.cohort, { kind: "family", size: 2 });
		assert.deepEqual(flags, []);
	});

	it("takes a counter for stalled only where those of the most downloaded others moved since", () => {
		const days = [3, 2, 1, 0];
		const read = (counts: readonly number[], shiftDays = 0) =>
			counts.map((downloads30d, index) => ({
				readAtMs: daysAgo((days[index] ?? 0) + shiftDays),
				downloads30d,
			}));
		const flagsBeside = (...others: (readonly Reading[])[]) => {
			const model = text("own/model", 60_000, 100);
			const histories = others.map((readings, i) => ({
				model: text(`other/model${i}`, 90_000, 200),
				readings,
			}));
			return reportAdoption({
				model,
				derivatives: undefined,
				readings: read([6_100, 6_000, 6_000, 6_000]),
				others: [{ model, readings: read([1, 2, 3, 4]) }, ...histories],
				tree: new FamilyTree([model]),
			}).flags;
		};
		assert.deepEqual(flagsBeside(read([800, 801, 802, 803])), ["stalledCounter"]);
		assert.deepEqual(flagsBeside(read([800, 801, 801, 801])), []);
		assert.deepEqual(flagsBeside(read([800, 801, 801, 801], 40)), ["stalledCounter"], "read at another time");
	});

	it("says of each figure why it is not defined", () => {
		const young = report(text("own/young", 500, 3));
		assert.deepEqual(young.flags, ["new"]);
		assert.equal(young.growth.reason, "shortHistory");
		assert.equal(young.momentum.reason, "shortHistory");
		assert.equal(young.relativeAdoption.reason, "tooYoung");
		const unknown = report(sampleModel({ counters: {} }), [], []);
		assert.equal(unknown.growth.reason, "noReadings");
		assert.deepEqual(
			[unknown.momentum.reason, unknown.relativeAdoption.reason, unknown.familyShare.reason],
			["noDownloads", "otherTask", "noDownloads"],
		);
		const undated = report(sampleModel({ counters: { downloads30d: 5, downloadsAllTime: 9 } }));
		assert.equal(undated.momentum.reason, "noCreationDate");
		const alone = report(text("own/alone", 60_000, 100));
		assert.equal(alone.relativeAdoption.reason, "noCohort");
		assert.equal(alone.familyShare.figure?.value, 1);
	});
});
