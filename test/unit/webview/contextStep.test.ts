import assert from "node:assert/strict";
import { findStep } from "../../../webview/contextStep.ts";

describe("findStep", () => {
	const steps = [2048, 8192, 32768];

	it("finds a step by its length", () => {
		assert.deepEqual(
			steps.map((step) => findStep(steps, step)),
			[0, 1, 2],
		);
	});

	it("takes the step below for a length between steps, and the nearest end beyond them", () => {
		assert.equal(findStep(steps, 10_000), 1);
		assert.equal(findStep(steps, 512), 0);
		assert.equal(findStep(steps, 1_000_000), 2);
	});
});
