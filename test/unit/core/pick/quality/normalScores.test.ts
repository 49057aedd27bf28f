import assert from "node:assert/strict";
import fc from "fast-check";
import {
	computeNdcg,
	computeSpearman,
} from "../../../../../src/core/pick/quality/calibration/rankMeasures.ts";
import { invertNormal, toNormalScores } from "../../../../../src/core/pick/quality/normalScores.ts";

describe("normal scores", () => {
	it("do not depend on the unit or on outliers", () => {
		const scores = toNormalScores([10, 20, 30, 40]);
		assert.deepEqual(toNormalScores([0.1, 0.2, 0.3, 99]), scores);
	});

	it("have their middle at 0, and ties share their mean", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 }), (values) => {
				const scores = toNormalScores(values);
				values.forEach((value, i) => {
					values.forEach((other, j) => {
						assert.equal(Math.sign((scores[i] ?? 0) - (scores[j] ?? 0)), Math.sign(value - other));
					});
				});
			}),
		);
		assert.ok(Math.abs(toNormalScores([5])[0] ?? 1) < 0.001);
	});

	it("are quantiles of the normal distribution", () => {
		assert.ok(Math.abs(invertNormal(0.975) - 1.96) < 0.001);
		assert.ok(Math.abs(invertNormal(0.025) + 1.96) < 0.001);
	});
});

describe("measures of a ranking", () => {
	const truth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

	it("are 1 for the true order, and −1 and less for the reverse", () => {
		assert.equal(computeNdcg(truth, truth), 1);
		assert.ok(Math.abs(computeSpearman(truth, truth) - 1) < 1e-9);
		const reverse = truth.map((value) => -value);
		assert.ok(computeNdcg(reverse, truth) < 0.8);
		assert.ok(Math.abs(computeSpearman(reverse, truth) + 1) < 1e-9);
	});

	it("know no correlation with what does not vary", () => {
		assert.equal(computeSpearman([1, 1, 1], [1, 2, 3]), 0);
	});
});
