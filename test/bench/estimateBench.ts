import { access, readFile } from "node:fs/promises";
import { fitDecodeModel } from "../../src/core/fit/calibration/fitDecodeModel.ts";
import {
	judgeVerdicts,
	type Pair,
	summarizeErrors,
} from "../../src/core/fit/calibration/judgePredictions.ts";
import {
	readMemoryMeasurements,
	readSpeedMeasurements,
	type SpeedMeasurement,
} from "../../src/core/fit/calibration/readMeasurements.ts";
import { estimateMemory } from "../../src/core/fit/configuration/estimateMemory.ts";
import { parseArchitectures } from "../../src/core/fit/configuration/parseConfigurations.ts";
import { estimateDecode } from "../../src/core/fit/speed/decodeModel.ts";
import { type Bench, type BenchFigure, findMedian, makeFigure } from "./benchFigure.ts";

/** Measurements are other people's, and lie beside the project where they are at all. */
const factsUrl = new URL("../../../shared/facts/", import.meta.url);

/** A speed that was measured and what is said of it. */
interface JudgedSpeed extends SpeedMeasurement {
	readonly pair: Pair;
	readonly isInside: boolean;
}

/**
 * Errors of the estimates on measurements that are held back: a quarter of the accelerators, architectures and rows,
 * on which nothing was fitted. The constants of speed are fitted here to the others.
 */
export const estimateBench: Bench = {
	name: "estimate",
	async *measure() {
		if (!(await isThere(factsUrl))) {
			console.error(`estimate: skipped, there are no measurements in ${factsUrl.pathname}.`);
			return;
		}
		yield* measureSpeed(await judgeSpeeds());
		yield* await measureMemory();
	},
};

async function judgeSpeeds(): Promise<readonly JudgedSpeed[]> {
	const architectures = parseArchitectures(await readJson("architectures.json"));
	const measurements = readSpeedMeasurements(await readRows("speed.json"), architectures);
	const seen = measurements.filter(({ isHeldBack }) => !isHeldBack).map(({ sample }) => sample);
	const model = fitDecodeModel(seen);
	return measurements
		.filter(({ isHeldBack }) => isHeldBack)
		.map((measurement) => {
			const measured = measurement.sample.tokensPerSecond;
			const { tokensPerSecond, low, high } = estimateDecode(measurement.sample.decode, model);
			return {
				...measurement,
				pair: [tokensPerSecond, measured],
				isInside: low <= measured && measured <= high,
			};
		});
}

function* measureSpeed(judged: readonly JudgedSpeed[]): Iterable<BenchFigure> {
	const all = summarizeErrors(judged.map(({ pair }) => pair));
	const mixtures = judged.filter(({ sample }) => sample.decode.load.isMixture);
	yield makeFigure("estimate.speed.mdape", all.median * 100, "%", 12, 1);
	yield makeFigure("estimate.speed.p90", all.p90 * 100, "%", 40, 1);
	yield makeFloor("estimate.speed.band", share(judged) * 100, "%", 80);
	yield makeFigure(
		"estimate.speed.mixtures",
		summarizeErrors(mixtures.map(({ pair }) => pair)).median * 100,
		"%",
		15,
		1,
	);
	for (const vendor of new Set(judged.map(({ sample }) => sample.decode.accelerator.vendor))) {
		const own = judged.filter(({ sample }) => sample.decode.accelerator.vendor === vendor);
		describe(vendor, own);
	}
	const byAccelerator = groupBy(judged, ({ sample }) => sample.decode.accelerator.name);
	const medians = [...byAccelerator.values()].map(
		(own) => summarizeErrors(own.map(({ pair }) => pair)).median,
	);
	console.error(
		`estimate: balanced over ${medians.length} accelerators, median error ${(findMedian(medians) * 100).toFixed(1)} %`,
	);
}

async function measureMemory(): Promise<readonly BenchFigure[]> {
	const held = readMemoryMeasurements(await readRows("memory.json"), new Map()).filter(
		({ isHeldBack }) => isHeldBack,
	);
	const totals: Pair[] = [];
	const caches: Pair[] = [];
	for (const { configuration, totalBytes, kvBytes } of held) {
		const estimate = estimateMemory(configuration);
		if (totalBytes !== undefined) {
			totals.push([estimate.totalBytes ?? 0, totalBytes]);
		}
		if (kvBytes !== undefined) {
			caches.push([estimate.kvBytes ?? 0, kvBytes]);
		}
	}
	const total = summarizeErrors(totals);
	const cache = summarizeErrors(caches);
	const { wrong, wronglyFits } = judgeVerdicts(totals);
	console.error(`estimate: ${total.count} totals, ${cache.count} caches`);
	return [
		makeFigure("estimate.memory.mdape", total.median * 100, "%", 1),
		makeFigure("estimate.memory.p90", total.p90 * 100, "%", 4),
		makeFigure("estimate.memory.kv", cache.p90 * 100, "%", 0.1, 3),
		makeFigure("estimate.verdict.wrong", wrong * 100, "%", 2),
		makeFigure("estimate.verdict.wronglyFits", wronglyFits * 100, "%", 1),
	];
}

function describe(name: string, judged: readonly JudgedSpeed[]): void {
	const { count, median, p90 } = summarizeErrors(judged.map(({ pair }) => pair));
	console.error(
		`estimate: ${name}, ${count} speeds: median error ${(median * 100).toFixed(1)} %, 90th percentile` +
			` ${(p90 * 100).toFixed(1)} %, inside the range ${(share(judged) * 100).toFixed(0)} %`,
	);
}

/** The share of measurements inside the range shown. */
function share(judged: readonly JudgedSpeed[]): number {
	return judged.filter(({ isInside }) => isInside).length / judged.length;
}

/** A figure that must not be smaller than its budget. */
function makeFloor(name: string, value: number, unit: string, budget: number): BenchFigure {
	return { name, value: Number(value.toFixed(1)), unit, budget, within: value >= budget };
}

function groupBy<T>(items: readonly T[], readKey: (item: T) => string): ReadonlyMap<string, readonly T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const key = readKey(item);
		groups.set(key, [...(groups.get(key) ?? []), item]);
	}
	return groups;
}

async function isThere(url: URL): Promise<boolean> {
	return access(url).then(
		() => true,
		() => false,
	);
}

async function readRows(name: string): Promise<readonly unknown[]> {
	const rows = await readJson(name);
	if (!Array.isArray(rows)) {
		throw new Error(`${name} does not hold an array.`);
	}
	return rows;
}

async function readJson(name: string): Promise<unknown> {
	return JSON.parse(await readFile(new URL(name, factsUrl), "utf8"));
}
