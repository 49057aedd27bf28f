import assert from "node:assert/strict";
import fc from "fast-check";
import { parseAmdgpuFiles } from "../../../../src/core/hardware/parseAmdgpuFiles.ts";
import { parseAmdSmi } from "../../../../src/core/hardware/parseAmdSmi.ts";
import { parseLspci } from "../../../../src/core/hardware/parseLspci.ts";
import { parseNvidiaSmi } from "../../../../src/core/hardware/parseNvidiaSmi.ts";
import { parseRocmSmi } from "../../../../src/core/hardware/parseRocmSmi.ts";
import { parseSysctlMemory, parseSystemProfiler } from "../../../../src/core/hardware/parseSystemProfiler.ts";
import { parseVideoControllers } from "../../../../src/core/hardware/parseVideoControllers.ts";
import { readOutput } from "./readOutput.ts";

const mib = 1024 ** 2;
const gib = 1024 ** 3;

describe("what probing tools print", () => {
	it("nvidia-smi: name, memory in MiB, compute capability", () => {
		assert.deepEqual(parseNvidiaSmi(readOutput("nvidia-smi.txt")), [
			{
				name: "NVIDIA GeForce RTX 4070",
				vendor: "nvidia",
				memoryBytes: 12282 * mib,
				computeCapability: "8.9",
			},
		]);
	});

	it("nvidia-smi of an old driver: no compute capability, and its error is not a device", () => {
		const devices = parseNvidiaSmi(readOutput("nvidia-smi-old-driver.txt"));
		assert.deepEqual(devices, [
			{ name: "Tesla K80", vendor: "nvidia", memoryBytes: 11441 * mib },
			{ name: "Tesla K80", vendor: "nvidia", memoryBytes: 11441 * mib },
		]);
	});

	it("nvidia-smi without a driver: no device", () => {
		assert.deepEqual(parseNvidiaSmi(readOutput("nvidia-smi-no-driver.txt")), []);
	});

	it("nvidia-smi of a board with unified memory: the memory is unknown, not 0", () => {
		assert.deepEqual(parseNvidiaSmi(readOutput("nvidia-smi-gb10.txt")), [
			{ name: "NVIDIA GB10", vendor: "nvidia", isUnified: true, computeCapability: "12.1" },
		]);
	});

	it("rocm-smi: name, memory, gfx version", () => {
		assert.deepEqual(parseRocmSmi(readOutput("rocm-smi-7900xtx.json")), [
			{ name: "Radeon RX 7900 XTX", vendor: "amd", memoryBytes: 25_753_026_560, gfxVersion: "gfx1100" },
		]);
	});

	it("rocm-smi on Strix Halo: its 512 MB are not taken for its memory", () => {
		assert.deepEqual(parseRocmSmi(readOutput("rocm-smi-strix-halo.txt")), [
			{ name: "AMD Radeon Graphics", vendor: "amd", isUnified: true, gfxVersion: "gfx1151" },
		]);
	});

	it("rocm-smi of a card beside graphics in processors, known by gfx version or device id", () => {
		assert.deepEqual(parseRocmSmi(readOutput("rocm-smi-card-and-processor.txt")), [
			{
				name: "Navi 21 [Radeon RX 6800/6800 XT / 6900 XT]",
				vendor: "amd",
				memoryBytes: 17_163_091_968,
				gfxVersion: "gfx1030",
			},
			{ name: "Raphael", vendor: "amd", isUnified: true, gfxVersion: "gfx1036" },
			{ name: "Phoenix3", vendor: "amd", isUnified: true },
		]);
	});

	it("amd-smi, both shapes", () => {
		const device = {
			name: "AMD Instinct MI250X / MI250",
			vendor: "amd",
			memoryBytes: 65520 * mib,
			gfxVersion: "gfx90a",
		};
		assert.deepEqual(parseAmdSmi(readOutput("amd-smi-mi250.json")), [device, device]);
		assert.deepEqual(parseAmdSmi(readOutput("amd-smi-older.json")), [
			{ name: "AMD Radeon RX 7900 XTX", vendor: "amd", memoryBytes: 24560 * mib },
		]);
	});

	it("lspci: names of the vendors' controllers without memory, and no other chips", () => {
		assert.deepEqual(parseLspci(readOutput("lspci.txt")), [
			{ name: "UHD Graphics 770", vendor: "intel", isUnified: true },
			{ name: "GeForce RTX 4070", vendor: "nvidia" },
			{ name: "Arc B580", vendor: "intel" },
			{ name: "Instinct MI210", vendor: "amd" },
		]);
	});

	it("PowerShell: memory capped at 4 GiB and of integrated graphics is unknown", () => {
		assert.deepEqual(parseVideoControllers(readOutput("powershell-video.json")), [
			{ name: "NVIDIA GeForce RTX 4090", vendor: "nvidia" },
			{ name: "AMD Radeon(TM) Graphics", vendor: "amd", isUnified: true },
		]);
		assert.deepEqual(parseVideoControllers(readOutput("powershell-one.json")), [
			{ name: "Radeon RX 550", vendor: "amd", memoryBytes: 2 * gib },
		]);
	});

	it("PowerShell with what drivers noted: memory above 4 GiB too, and none for what shares the system's", () => {
		assert.deepEqual(parseVideoControllers(readOutput("powershell-driver-sizes.json")), [
			{ name: "AMD Radeon RX 7900 XTX", vendor: "amd", memoryBytes: 25_753_026_560 },
			{ name: "Intel(R) UHD Graphics 770", vendor: "intel", isUnified: true },
			{ name: "Intel(R) Arc(TM) A770 Graphics", vendor: "intel", memoryBytes: 17_087_594_496 },
		]);
	});

	it("system_profiler and sysctl: Apple's share the system's memory, cards of older Macs have their own", () => {
		const memory = parseSysctlMemory("hw.memsize: 68719476736\niogpu.wired_limit_mb: 57344\n");
		assert.deepEqual(memory, { memoryBytes: 64 * gib, wiredLimitBytes: 56 * gib });
		assert.deepEqual(parseSystemProfiler(readOutput("system-profiler-m3-max.json"), memory), [
			{
				name: "Apple M3 Max",
				vendor: "apple",
				isUnified: true,
				memoryBytes: 64 * gib,
				limitBytes: 56 * gib,
			},
		]);
		assert.deepEqual(parseSysctlMemory("hw.memsize: 17179869184\niogpu.wired_limit_mb: 0"), {
			memoryBytes: 16 * gib,
		});
		assert.deepEqual(parseSystemProfiler(readOutput("system-profiler-intel-mac.json"), {}), [
			{ name: "Intel UHD Graphics 630", vendor: "intel", isUnified: true },
			{ name: "AMD Radeon Pro 5500M", vendor: "amd", memoryBytes: 8 * gib },
		]);
	});

	it("the amdgpu driver: a card's own memory, and the gfx version from kfd", () => {
		const devices = parseAmdgpuFiles(
			new Map([
				["class/drm/card1/device/vendor", "0x1002\n"],
				["class/drm/card1/device/device", "0x744c\n"],
				["class/drm/card1/device/mem_info_vram_total", "25753026560\n"],
				["class/drm/card1/device/mem_info_gtt_total", "33554432000\n"],
				["class/kfd/kfd/topology/nodes/0/properties", "cpu_cores_count 16\ngfx_target_version 0\n"],
				[
					"class/kfd/kfd/topology/nodes/1/properties",
					"gfx_target_version 110000\nvendor_id 4098\ndevice_id 29772\n",
				],
			]),
		);
		assert.deepEqual(devices, [
			{
				name: "AMD GPU [744c]",
				vendor: "amd",
				gfxVersion: "gfx1100",
				vramBytes: 25_753_026_560,
				memoryBytes: 25_753_026_560,
			},
		]);
	});

	it("gfx versions have hexadecimal steps: 90010 is gfx90a", () => {
		const [device] = parseAmdgpuFiles(
			new Map([
				["class/drm/card0/device/device", "0x740c"],
				["class/drm/card0/device/mem_info_vram_total", "68702699520"],
				["class/kfd/kfd/topology/nodes/2/properties", "gfx_target_version 90010\ndevice_id 29708"],
			]),
		);
		assert.equal(device?.gfxVersion, "gfx90a");
	});

	it("never throws, whatever is printed", () => {
		const text = fc.oneof(
			fc.string(),
			fc.json(),
			fc.constantFrom("[", "{", "null", "[null]", '{"card0":null}'),
		);
		fc.assert(
			fc.property(text, (stdout) => {
				parseNvidiaSmi(stdout);
				parseRocmSmi(stdout);
				parseAmdSmi(stdout);
				parseLspci(stdout);
				parseVideoControllers(stdout);
				parseSystemProfiler(stdout, parseSysctlMemory(stdout));
				parseAmdgpuFiles(new Map([["class/drm/card0/device/mem_info_vram_total", stdout]]));
			}),
		);
	});
});
