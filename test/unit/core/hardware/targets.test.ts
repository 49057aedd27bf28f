import assert from "node:assert/strict";
import fc from "fast-check";
import { listPresets } from "../../../../src/core/hardware/listPresets.ts";
import { parseTargets } from "../../../../src/core/hardware/parseTargets.ts";
import { readBudgetBytes } from "../../../../src/core/hardware/readBudgetBytes.ts";

describe("targets that are remembered", () => {
	const target = {
		id: "user:1",
		name: "Production",
		vendor: "amd",
		devices: [{ name: "MI300X", vendor: "amd", memoryBytes: 192 * 1024 ** 3, gfxVersion: "gfx942" }],
		origin: "user",
	};

	it("come back as they were", () => {
		assert.deepEqual(parseTargets(JSON.parse(JSON.stringify([target]))), [target]);
		const presets = listPresets();
		assert.deepEqual(parseTargets(JSON.parse(JSON.stringify(presets))), presets);
	});

	it("are left out where they do not hold, without harm to the others", () => {
		const broken = [
			null,
			{ ...target, id: "" },
			{ ...target, id: "b", vendor: "tpu" },
			{ ...target, id: "c", budgetBytes: -1 },
			{ ...target, id: "d", budgetBytes: Number.NaN },
			target,
			{ ...target, name: "again" },
		];
		assert.deepEqual(parseTargets(broken), [target]);
	});

	it("never throw, whatever was remembered", () => {
		fc.assert(fc.property(fc.anything(), (json) => Array.isArray(parseTargets(json))));
		assert.deepEqual(parseTargets(undefined), []);
	});
});

describe("hardware to add by name", () => {
	it("has a budget, an id of its own, and every vendor", () => {
		const presets = listPresets();
		assert.equal(new Set(presets.map(({ id }) => id)).size, presets.length);
		assert.deepEqual([...new Set(presets.map(({ vendor }) => vendor))].sort(), [
			"amd",
			"apple",
			"cpu",
			"intel",
			"nvidia",
		]);
		for (const preset of presets) {
			const budget = readBudgetBytes(preset);
			assert.ok(
				budget && budget.value > 0 && budget.value < (preset.devices[0]?.memoryBytes ?? 0),
				preset.id,
			);
		}
	});
});
