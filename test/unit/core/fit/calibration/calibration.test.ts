import assert from "node:assert/strict";
import { type DecodeSample, fitConstants } from "../../../../../src/core/fit/calibration/fitConstants.ts";
import { fitDecodeModel } from "../../../../../src/core/fit/calibration/fitDecodeModel.ts";
import {
	judgeVerdicts,
	readQuantile,
	summarizeErrors,
} from "../../../../../src/core/fit/calibration/judgePredictions.ts";
import { readSpeedMeasurements } from "../../../../../src/core/fit/calibration/readMeasurements.ts";
import { solveSymmetric } from "../../../../../src/core/fit/calibration/solveSymmetric.ts";
import { parseArchitectures } from "../../../../../src/core/fit/configuration/parseConfigurations.ts";
import { readDecodeCase } from "../../../../../src/core/fit/configuration/readDecodeCase.ts";
import { estimateDecode } from "../../../../../src/core/fit/speed/decodeModel.ts";

const accelerators = ["GeForce RTX 3090", "GeForce RTX 4090", "RTX A6000", "L40S", "GeForce RTX 4080"];

/** What would be measured if decoding took a fixed share of the bandwidth and a fixed time a layer. */
function makeSamples(
	share: number,
	secondsPerLayer: number,
): (DecodeSample & { id: string; architecture: string })[] {
	return accelerators.flatMap((accelerator) =>
		[1, 2, 4, 8, 16, 32].map((size) => {
			const decode = readDecodeCase({
				architecture: { layers: 16 + size, hiddenSize: 2048, heads: 16, kvHeads: 4, headDim: 128 },
				parameters: size * 1e9,
				fileBytes: size * 0.6e9,
				quantization: "Q4_0",
				accelerator,
			});
			assert.ok(decode);
			const { load } = decode;
			const seconds =
				load.weightBytes / (decode.accelerator.bandwidthGBs * 1e9 * share) + load.layers * secondsPerLayer;
			return { id: `${accelerator} ${size}`, architecture: `${size}B`, decode, tokensPerSecond: 1 / seconds };
		}),
	);
}

describe("calibration", () => {
	it("solves the equations that it is given, and says so where it cannot", () => {
		const matrix = [Float64Array.of(4, 0, 0), Float64Array.of(2, 5, 0), Float64Array.of(1, 3, 6)];
		const solution = solveSymmetric(matrix, Float64Array.of(4 + 4 + 3, 2 + 10 + 9, 1 + 6 + 18));
		solution.forEach((value, at) => {
			assert.ok(Math.abs(value - (at + 1)) < 1e-9);
		});
		assert.throws(() => solveSymmetric([Float64Array.of(-1)], Float64Array.of(1)), RangeError);
	});

	it("finds what made the measurements, is not led astray by one that is wrong, and is the same every time", () => {
		const samples = makeSamples(0.6, 30e-6);
		const [first, ...others] = samples;
		assert.ok(first);
		const constants = fitConstants([{ ...first, tokensPerSecond: first.tokensPerSecond / 5 }, ...others]);
		assert.deepEqual(
			fitConstants([{ ...first, tokensPerSecond: first.tokensPerSecond / 5 }, ...others]),
			constants,
		);
		const estimates = others.map(({ decode, tokensPerSecond }): [number, number] => [
			estimateDecode(decode, { constants, bands: new Map() }).tokensPerSecond,
			tokensPerSecond,
		]);
		const { median, p90 } = summarizeErrors(estimates);
		assert.ok(median < 0.03 && p90 < 0.12, `${median} ${p90}`);
	});

	it("says how far off it is on what was left out", () => {
		const { bands } = fitDecodeModel(makeSamples(0.6, 30e-6));
		for (const [group, { low, high }] of bands) {
			assert.ok(low <= 1 && 1 <= high, group);
		}
		assert.ok(bands.size > 0);
	});

	it("holds back whole accelerators and architectures, the same every time", () => {
		const shape = { layers: 32, hiddenSize: 4096, heads: 32, kvHeads: 8, headDim: 128, parameters: 8e9 };
		const names = Array.from({ length: 60 }, (_, at) => `a${at}`);
		const architectures = parseArchitectures(Object.fromEntries(names.map((name) => [name, shape])));
		const rows = names.map((architecture, at) => ({
			id: `r${at}`,
			architecture,
			accelerator: accelerators[at % accelerators.length],
			quantization: "Q4_0",
			fileBytes: 4.5e9,
			measured: { decodeTps: 100 },
		}));
		const held = readSpeedMeasurements(rows, architectures).map(({ isHeldBack }) => isHeldBack);
		assert.equal(held.length, rows.length);
		assert.deepEqual(
			readSpeedMeasurements(rows, architectures).map(({ isHeldBack }) => isHeldBack),
			held,
		);
		const renamed = rows.map((row) => ({ ...row, measured: { decodeTps: 1 } }));
		assert.deepEqual(
			readSpeedMeasurements(renamed, architectures).map(({ isHeldBack }) => isHeldBack),
			held,
			"whatever was measured",
		);
		assert.equal(readSpeedMeasurements([{ id: "x" }, null, 3], architectures).length, 0);
	});

	it("counts errors and wrong verdicts", () => {
		assert.equal(readQuantile([1, 2, 3, 4], 0.5), 2.5);
		assert.ok(
			Math.abs(
				summarizeErrors([
					[110, 100],
					[100, 100],
					[70, 100],
				]).median - 0.1,
			) < 1e-9,
		);
		assert.deepEqual(judgeVerdicts([[100, 100]]), { wrong: 0, wronglyFits: 0 });
		assert.deepEqual(judgeVerdicts([[93, 100]]), { wrong: 2 / 8, wronglyFits: 2 / 8 });
		assert.deepEqual(judgeVerdicts([[107, 100]]), { wrong: 2 / 8, wronglyFits: 0 });
	});
});
