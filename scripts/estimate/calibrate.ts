import { readFile, writeFile } from "node:fs/promises";
import * as v from "valibot";
import {
	fitDecodeModel,
	leaveOut,
	type NamedSample,
	type Prediction,
} from "../../src/core/fit/calibration/fitDecodeModel.ts";
import {
	fitPrefillModel,
	keepReadPrompts,
	leaveOutAccelerators,
} from "../../src/core/fit/calibration/fitPrefillModel.ts";
import { type ErrorSummary, summarizeErrors } from "../../src/core/fit/calibration/judgePredictions.ts";
import {
	readSpeedMeasurements,
	type SpeedMeasurement,
} from "../../src/core/fit/calibration/readMeasurements.ts";
import { parseArchitectures } from "../../src/core/fit/configuration/parseConfigurations.ts";
import { estimateDecode } from "../../src/core/fit/speed/decodeModel.ts";

const usage = "tsx scripts/estimate/calibrate.ts SPEED.json ARCHITECTURES.json";
const prefillUrl = new URL("../../src/core/fit/speed/prefillModel.json", import.meta.url);
const modelUrl = new URL("../../src/core/fit/speed/decodeModel.json", import.meta.url);

/** Constants below this change nothing that can be seen. */
const leastConstant = 0.0005;

/** So many that what is named differently is left out alone. */
const manyParts = 1000;

void main(process.argv.slice(2));

/**
 * Fits the constants of decode speed to measurements and writes them with their source, date and errors. The errors
 * are those of a fit to three quarters of the rows on the rest (whole accelerators, whole architectures, rows), and of
 * leaving out in turn; what is written is a fit to all of them.
 */
async function main([speedPath, architecturesPath]: readonly string[]): Promise<void> {
	if (speedPath === undefined || architecturesPath === undefined) {
		console.error(usage);
		process.exitCode = 1;
		return;
	}
	const rows: unknown = JSON.parse(await readFile(speedPath, "utf8"));
	const architectures = parseArchitectures(JSON.parse(await readFile(architecturesPath, "utf8")));
	const measurements = readSpeedMeasurements(Array.isArray(rows) ? rows : [], architectures);
	const seen = measurements.filter(({ isHeldBack }) => !isHeldBack).map(({ sample }) => sample);
	const samples = measurements.map(({ sample }) => sample);
	const sources = readSources(rows);
	const heldBack = judgeHeldBack(
		seen,
		measurements.filter(({ isHeldBack }) => isHeldBack).map(({ sample }) => sample),
	);
	const { constants, bands } = fitDecodeModel(samples);
	const kept = [...constants].filter(
		([key, value]) => Math.abs(value) >= leastConstant || /^accelerator:|^runtime:whole:/.test(key),
	);
	const stored = {
		asOf: new Date().toISOString().slice(0, 10),
		source:
			"fitted by scripts/estimate/calibrate.ts to public measurements of llama.cpp, Ollama, MLX and vLLM (llama.cpp's scoreboards and benches, kyuz0/amd-strix-halo-toolboxes, lhl/strix-halo-testing, XiongjieDai/GPU-Benchmarks-on-LLM-Inference, community results of llmfit and others; 2026-11): logarithms that the parts of decodeTerms.ts are multiplied by",
		split:
			"readMeasurements.ts: one accelerator in 10, one architecture in 10 and one row in 12 by a hash of their names; the errors on them are of a fit without them, the constants of a fit to all",
		rows: samples.length,
		heldBack,
		leftOut: {
			accelerators: describe(leaveOut(samples, ({ decode }) => decode.accelerator.name, 12)),
			architectures: describe(leaveOut(samples, ({ architecture }) => architecture, 8)),
			runtimes: describe(leaveOut(samples, ({ decode }) => decode.runtime, manyParts)),
			backends: describe(leaveOut(samples, ({ decode }) => decode.backend, manyParts)),
			sources: describe(leaveOut(samples, ({ id }) => sources.get(id) ?? id, 12)),
			rows: describe(leaveOut(samples, ({ id }) => id, 5)),
		},
		bands: Object.fromEntries(
			[...bands].map(([group, { low, high }]) => [group, { low: round(low), high: round(high) }]),
		),
		constants: Object.fromEntries(kept.map(([key, value]) => [key, round(value)])),
	};
	await writePrefill(measurements);
	await writeFile(modelUrl, `${JSON.stringify(stored, undefined, "\t")}\n`);
	console.error(JSON.stringify({ heldBack, leftOut: stored.leftOut, bands: stored.bands }, undefined, 1));
}

/** Reading of prompts: shares of the accelerators' rates, and the errors on accelerators that the fit did not see. */
async function writePrefill(measurements: readonly SpeedMeasurement[]): Promise<void> {
	const samples = keepReadPrompts(
		measurements.flatMap(({ sample, prefillTps }) =>
			prefillTps === undefined ? [] : [{ decode: sample.decode, tokensPerSecond: prefillTps }],
		),
	);
	const model = fitPrefillModel(samples);
	const left = leaveOutAccelerators(samples, model.mixture, model.attention);
	const inside = left.filter(({ sample, factor }) => {
		const { low, high } = sample.decode.load.isMixture ? model.bands.mixture : model.bands.dense;
		return low <= factor && factor <= high;
	});
	const { count, median, p90 } = summarizeErrors(left.map(({ factor }) => [1 / factor, 1]));
	const leftOut = {
		count,
		median: round(median),
		p90: round(p90),
		insideTheRange: round(inside.length / left.length),
	};
	const stored = {
		asOf: new Date().toISOString().slice(0, 10),
		source:
			"fitted by scripts/estimate/calibrate.ts to the prompts of the measurements in decodeModel.json: the share of the shaders' FP32 rate (accelerators.json) by family and backend; errors on accelerators that were left out, by others of their family",
		rows: samples.length,
		leftOut,
		mixture: model.mixture,
		attention: model.attention,
		bands: {
			dense: { low: round(model.bands.dense.low), high: round(model.bands.dense.high) },
			mixture: { low: round(model.bands.mixture.low), high: round(model.bands.mixture.high) },
		},
		shares: Object.fromEntries(Object.entries(model.shares).map(([key, share]) => [key, round(share)])),
	};
	await writeFile(prefillUrl, `${JSON.stringify(stored, undefined, "\t")}\n`);
	console.error(JSON.stringify({ prefill: leftOut, bands: stored.bands }, undefined, 1));
}

/** Where each row comes from: rows of one source are off together. */
function readSources(rows: unknown): ReadonlyMap<string, string> {
	const schema = v.array(v.object({ id: v.string(), source: v.string() }));
	return new Map(v.parse(schema, rows).map(({ id, source }) => [id, source]));
}

function judgeHeldBack(seen: readonly NamedSample[], heldBack: readonly NamedSample[]): unknown {
	const model = fitDecodeModel(seen);
	const estimates = heldBack.map((sample) => ({ sample, ...estimateDecode(sample.decode, model) }));
	const inside = estimates.filter(
		({ sample, low, high }) => low <= sample.tokensPerSecond && sample.tokensPerSecond <= high,
	);
	return { ...describe(estimates), insideTheRange: round(inside.length / estimates.length) };
}

function describe(predictions: readonly Prediction[]): ErrorSummary {
	const { count, median, p90 } = summarizeErrors(
		predictions.map(({ sample, tokensPerSecond }) => [tokensPerSecond, sample.tokensPerSecond]),
	);
	return { count, median: round(median), p90: round(p90) };
}

function round(value: number): number {
	return Number(value.toFixed(3));
}
