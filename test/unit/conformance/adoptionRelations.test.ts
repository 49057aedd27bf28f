import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import * as v from "valibot";
import { mapModel } from "../../../src/core/hub/wire/mapModel.ts";
import type { Model } from "../../../src/core/model/model.ts";
import { readRows } from "../../hub/readRows.ts";
import { isRecord } from "../../hub/rowFields.ts";
import { compute, findChart } from "../core/adoption/ecosystem/sampleEcosystem.ts";
import { correlateRanks } from "./rankCorrelation.ts";
import { explainMissingRecordings, findRecording, readRecording } from "./recordedHub.ts";

const missing = explainMissingRecordings();
const evaluationsPath = resolve("../shared/facts/evaluations.json");

const evaluation = v.object({ higherIsBetter: v.boolean(), values: v.record(v.string(), v.number()) });

/** When the last of the recorded models was read. */
const recordedAtMs = Date.UTC(2026, 4, 20);

interface Judged {
	readonly model: Model;
	readonly score: number;
}

/*
 * What is known of the whole Hub, beside what 4,167 recorded models give. They are no sample of it: those that were
 * evaluated in public, nearly all of them for text generation, so that tolerances are stated with each.
 */
describe(`known relations among recorded models${missing === undefined ? "" : ` (skipped: ${missing})`}`, function () {
	this.timeout(120_000);
	let models: readonly Model[];

	before(function () {
		if (missing !== undefined) {
			this.skip();
		}
		models = readRows(findRecording("models.jsonl")).flatMap((row) => mapModel(row, recordedAtMs) ?? []);
	});

	const downloads = ({ counters }: Model) => counters.downloads30d ?? 0;

	function sum(some: readonly Model[]): number {
		return some.reduce((total, model) => total + downloads(model), 0);
	}

	it("likes and downloads correlate at about 0.42: here at 0.75, and at 0.51 among models in wide use", () => {
		const pair = (model: Model) => [downloads(model), model.counters.likes ?? 0] as const;
		const all = correlateRanks(models.map(pair));
		const inUse = correlateRanks(models.filter((model) => downloads(model) >= 10_000).map(pair));
		assert.ok(Math.abs(all - 0.75) < 0.02, String(all));
		assert.ok(Math.abs(inUse - 0.42) < 0.12, String(inUse));
	});

	it("about 43 % of downloads go to derivatives: here 39 %", () => {
		const derived = models.filter(({ baseModels }) => (baseModels?.repoIds.length ?? 0) > 0);
		const share = sum(derived) / sum(models);
		assert.ok(Math.abs(share - 0.43) < 0.06, String(share));
	});

	it("the most downloaded have most: the top 10 a third, the top 100 nearly nine tenths", async () => {
		const { rows, gini } = findChart(await compute(models), "concentration");
		const share = (key: string) => rows.find((row) => row.key === key)?.values[0] ?? 0;
		const top = models.map(downloads).sort((a, b) => b - a);
		assert.equal(share("10"), top.slice(0, 10).reduce((total, each) => total + each, 0) / sum(models));
		assert.ok(share("10") > 0.3 && share("100") > 0.85 && share("100") < 0.9);
		assert.ok((gini ?? 0) > 0.95);
	});

	it("Qwen and Llama lead the families", async () => {
		const leaders = findChart(await compute(models), "families").rows.slice(0, 5);
		assert.ok(leaders.every(({ key }) => /^(?:Qwen|meta-llama)\//.test(key)));
		assert.ok((leaders[0]?.values[0] ?? 0) > 100);
	});

	it("knows where most downloads come from, and keeps who is unknown", async () => {
		const { rows, unknown } = findChart(await compute(models), "countries");
		assert.deepEqual(
			rows.slice(0, 2).map(({ key }) => key),
			["CN", "US"],
		);
		assert.ok((rows.find(({ key }) => key === "unknown")?.values[1] ?? 1) < 0.1);
		assert.ok(unknown > 2_000);
	});

	it("scores correlate with downloads at −0.2 to 0.28, with parameters at 0.4 to 0.8, with both age and size at up to 0.9", function () {
		if (!existsSync(join(evaluationsPath))) {
			this.skip();
		}
		const byId = new Map(models.map((model) => [model.repoId, model]));
		const found = Object.values(readRecording(evaluationsPath)).flatMap((each) => {
			const read = v.safeParse(evaluation, isRecord(each) ? each : {});
			const judged = read.success ? judge(read.output, byId) : [];
			return judged.length < 40 ? [] : [measure(judged)];
		});
		assert.ok(found.length >= 20, String(found.length));
		for (const { withDownloads } of found) {
			assert.ok(withDownloads > -0.25 && withDownloads < 0.4, String(withDownloads));
		}
		assert.ok(Math.abs(middle(found.map(({ withDownloads }) => withDownloads)) - 0.04) < 0.16);
		const withSize = middle(found.map(({ withParameters }) => withParameters));
		assert.ok(withSize > 0.4 && withSize < 0.8, String(withSize));
		const best = Math.max(...found.map(({ withBoth }) => withBoth));
		assert.ok(best > 0.75 && best < 0.95, String(best));
	});
});

function judge(read: v.InferOutput<typeof evaluation>, byId: ReadonlyMap<string, Model>): Judged[] {
	return Object.entries(read.values).flatMap(([repoId, value]) => {
		const model = byId.get(repoId);
		const isUsable = model?.parameters !== undefined && model.createdAtMs !== undefined;
		return model !== undefined && isUsable ? [{ model, score: read.higherIsBetter ? value : -value }] : [];
	});
}

function measure(judged: readonly Judged[]) {
	const size = ({ model }: Judged) => model.parameters?.total.value ?? 0;
	const date = ({ model }: Judged) => model.createdAtMs ?? 0;
	const correlate = (a: (each: Judged) => number, b: (each: Judged) => number) =>
		correlateRanks(judged.map((each) => [a(each), b(each)] as const));
	const score = (each: Judged) => each.score;
	const bySize = correlate(size, score);
	const byDate = correlate(date, score);
	const between = correlate(size, date);
	// The multiple correlation of two predictors, from the three pairs'.
	const squared = (bySize ** 2 + byDate ** 2 - 2 * bySize * byDate * between) / (1 - between ** 2);
	return {
		withDownloads: correlate(({ model }) => model.counters.downloads30d ?? 0, score),
		withParameters: bySize,
		withBoth: Math.sqrt(squared),
	};
}

function middle(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
