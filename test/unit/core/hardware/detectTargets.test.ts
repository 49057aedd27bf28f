import assert from "node:assert/strict";
import { detectTargets } from "../../../../src/core/hardware/detectTargets.ts";
import type { Probes, ProbeTool } from "../../../../src/core/hardware/probes.ts";
import { readBudgetBytes } from "../../../../src/core/hardware/readBudgetBytes.ts";
import { readOutput } from "./readOutput.ts";

const gib = 1024 ** 3;

function probe(
	os: Probes["machine"]["os"],
	memoryGiB: number,
	outputs: Partial<Record<ProbeTool, string>> = {},
	systemFiles: Readonly<Record<string, string>> = {},
): Probes {
	return {
		machine: { os, memoryBytes: memoryGiB * gib, processor: "Test Processor", logicalCores: 8 },
		runs: Object.entries(outputs).map(([tool, stdout]) => ({ tool, outcome: "ok", stdout })),
		systemFiles: new Map(Object.entries(systemFiles)),
		nowMs: 1_000,
	};
}

describe("this machine", () => {
	it("always has its processor, with three quarters of the memory to give", () => {
		const targets = detectTargets(probe("linux", 32));
		assert.deepEqual(
			targets.map(({ id, name, origin, asOfMs }) => ({ id, name, origin, asOfMs })),
			[{ id: "machine:cpu", name: "Test Processor", origin: "detected", asOfMs: 1_000 }],
		);
		const [processor] = targets;
		assert.ok(processor);
		assert.equal(readBudgetBytes(processor)?.value, 24 * gib);
		assert.equal(readBudgetBytes(processor)?.basis, "estimated");
	});

	it("has a target for each vendor, those that can be judged first", () => {
		const targets = detectTargets(
			probe("linux", 64, { "nvidia-smi": readOutput("nvidia-smi.txt"), lspci: readOutput("lspci.txt") }),
		);
		assert.deepEqual(
			targets.map(({ id }) => id),
			["machine:nvidia", "machine:cpu", "machine:amd", "machine:intel"],
		);
		assert.equal(targets[0]?.devices.length, 1, "lspci adds no second RTX 4070");
	});

	it("knows a card without its driver by name only: its budget is unknown", () => {
		const targets = detectTargets(
			probe("linux", 64, {
				"nvidia-smi": readOutput("nvidia-smi-no-driver.txt"),
				lspci: readOutput("lspci.txt"),
			}),
		);
		const nvidia = targets.find(({ id }) => id === "machine:nvidia");
		assert.equal(nvidia?.name, "GeForce RTX 4070");
		assert.equal(nvidia && readBudgetBytes(nvidia), undefined);
	});

	it("two unequal GPUs: no naive sum", () => {
		const [nvidia] = detectTargets(
			probe("linux", 64, { "nvidia-smi": readOutput("nvidia-smi-two-unequal.txt") }),
		);
		assert.ok(nvidia);
		assert.equal(nvidia.devices.length, 2);
		assert.deepEqual(readBudgetBytes(nvidia), { value: 23 * gib, basis: "computed", from: "probe" });
	});

	it("Strix Halo with 512 MB dedicated: budget from GTT", () => {
		const [amd] = detectTargets(
			probe(
				"linux",
				128,
				{ "rocm-smi": readOutput("rocm-smi-strix-halo.txt") },
				{
					"class/drm/card1/device/vendor": "0x1002",
					"class/drm/card1/device/device": "0x1586",
					"class/drm/card1/device/mem_info_vram_total": "536870912",
					"class/drm/card1/device/mem_info_gtt_total": String(96 * gib),
					"class/kfd/kfd/topology/nodes/1/properties": "gfx_target_version 110501\ndevice_id 5510\n",
				},
			),
		);
		assert.ok(amd);
		assert.equal(amd.id, "machine:amd");
		assert.deepEqual(amd.devices, [
			{
				name: "AMD Radeon Graphics",
				vendor: "amd",
				isUnified: true,
				memoryBytes: 96 * gib,
				limitBytes: 96 * gib,
				gfxVersion: "gfx1151",
			},
		]);
		assert.equal(readBudgetBytes(amd)?.value, 95 * gib);
		assert.deepEqual(readBudgetBytes({ ...amd, budgetBytes: 110 * gib }), {
			value: 110 * gib,
			basis: "read",
			from: "user",
		});
	});

	it("Strix Halo where only tools answer: unknown, not 512 MB", () => {
		const targets = detectTargets(probe("linux", 128, { "rocm-smi": readOutput("rocm-smi-strix-halo.txt") }));
		const amd = targets.find(({ id }) => id === "machine:amd");
		assert.ok(amd);
		assert.equal(readBudgetBytes(amd), undefined);
	});

	it("a card beside graphics in the processor: the card's memory counts, not the larger shared one", () => {
		const [amd] = detectTargets(
			probe(
				"linux",
				64,
				{},
				{
					"class/drm/card0/device/device": "0x164e",
					"class/drm/card0/device/mem_info_vram_total": "536870912",
					"class/drm/card0/device/mem_info_gtt_total": String(32 * gib),
					"class/drm/card1/device/device": "0x744c",
					"class/drm/card1/device/mem_info_vram_total": String(24 * gib),
					"class/drm/card1/device/mem_info_gtt_total": String(32 * gib),
				},
			),
		);
		assert.equal(amd?.devices.length, 2);
		assert.equal(amd && readBudgetBytes(amd)?.value, 23 * gib);
	});

	it("an Apple machine: the working set, or the limit that was set", () => {
		const outputs = { system_profiler: readOutput("system-profiler-m3-max.json") };
		const [apple] = detectTargets(probe("darwin", 64, outputs));
		assert.equal(apple && readBudgetBytes(apple)?.value, 48 * gib);
		const [limited] = detectTargets(
			probe("darwin", 64, {
				...outputs,
				"sysctl-memory": "hw.memsize: 68719476736\niogpu.wired_limit_mb: 57344\n",
			}),
		);
		assert.equal(limited && readBudgetBytes(limited)?.value, 56 * gib);
	});

	it("a board with unified memory gives a share of the system's", () => {
		const [nvidia] = detectTargets(probe("linux", 120, { "nvidia-smi": readOutput("nvidia-smi-gb10.txt") }));
		assert.equal(nvidia && readBudgetBytes(nvidia)?.value, 90 * gib);
	});

	it("Windows without nvidia-smi: names, memory unknown above 4 GiB", () => {
		const targets = detectTargets(
			probe("win32", 32, { "powershell-video": readOutput("powershell-video.json") }),
		);
		assert.deepEqual(
			targets.map(({ id }) => id),
			["machine:cpu", "machine:nvidia", "machine:amd"],
		);
	});
});
