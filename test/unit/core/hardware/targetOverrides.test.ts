import assert from "node:assert/strict";
import type { Target } from "../../../../src/core/hardware/target.ts";
import { parseOverrides, readOverride } from "../../../../src/core/hardware/targetOverrides.ts";

const machine: Target = { id: "machine:cpu", name: "CPU", vendor: "cpu", devices: [], origin: "detected" };

describe("what a user said of a detected target", () => {
	it("survives being remembered, and holds nothing that was detected", () => {
		const said = readOverride({ ...machine, budgetBytes: 8e9, runtimes: ["ollama"], systemMemoryBytes: 1 });
		assert.deepEqual(said, { budgetBytes: 8e9, runtimes: ["ollama"] });
		assert.deepEqual(parseOverrides(JSON.parse(JSON.stringify({ "machine:cpu": said }))), {
			"machine:cpu": said,
		});
		assert.deepEqual(readOverride(machine), {});
	});

	it("is nothing where what was remembered is something else", () => {
		for (const remembered of [
			undefined,
			null,
			3,
			[1],
			{ a: 1 },
			{ a: { budgetBytes: -1 } },
			{ a: { runtimes: [1] } },
		]) {
			assert.deepEqual(parseOverrides(remembered), {});
		}
	});
});
