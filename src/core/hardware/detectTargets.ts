import { type AmdgpuDevice, parseAmdgpuFiles } from "./parseAmdgpuFiles.ts";
import { parseAmdSmi } from "./parseAmdSmi.ts";
import { parseLspci } from "./parseLspci.ts";
import { parseNvidiaSmi } from "./parseNvidiaSmi.ts";
import { parseRocmSmi } from "./parseRocmSmi.ts";
import { parseSysctlMemory, parseSystemProfiler } from "./parseSystemProfiler.ts";
import { parseVideoControllers } from "./parseVideoControllers.ts";
import type { Probes, ProbeTool } from "./probes.ts";
import { readBudgetBytes } from "./readBudgetBytes.ts";
import type { Device, Target, Vendor } from "./target.ts";

const accelerators = ["nvidia", "amd", "apple", "intel"] as const satisfies readonly Vendor[];

/**
 * The machine as targets: one for each vendor that was found, and always its processor. Ids are stable
 * (`machine:nvidia`), names are the devices' own. Those that can be judged come first, accelerators before the
 * processor, so that the first one is a good default. Unequal devices stay separate devices. Never throws.
 */
export function detectTargets(probes: Probes): Target[] {
	const { machine } = probes;
	const detected = {
		origin: "detected",
		systemMemoryBytes: machine.memoryBytes,
		...(machine.processor !== undefined && { processor: machine.processor }),
		asOfMs: probes.nowMs,
	} as const;
	const targets = accelerators.flatMap((vendor): Target[] => {
		const devices = findDevices(vendor, probes);
		const [first] = devices;
		return first ? [{ id: `machine:${vendor}`, name: first.name, vendor, devices, ...detected }] : [];
	});
	const name = machine.processor ?? "CPU";
	const processor: Target = {
		id: "machine:cpu",
		name,
		vendor: "cpu",
		devices: [{ name, vendor: "cpu", memoryBytes: machine.memoryBytes }],
		...detected,
	};
	const isJudgeable = (target: Target): boolean => readBudgetBytes(target) !== undefined;
	return [...targets.filter(isJudgeable), processor, ...targets.filter((target) => !isJudgeable(target))];
}

/** From the source that tells most to the one that tells a name only. */
function findDevices(vendor: Vendor, probes: Probes): Device[] {
	const { runs, machine } = probes;
	const read = (tool: ProbeTool): string => runs.find((run) => run.tool === tool)?.stdout ?? "";
	const named = [
		...parseSystemProfiler(read("system_profiler"), {
			memoryBytes: machine.memoryBytes,
			...parseSysctlMemory(read("sysctl-memory")),
		}),
		...parseVideoControllers(read("powershell-video")),
		...parseLspci(read("lspci")),
	].filter((device) => device.vendor === vendor);
	switch (vendor) {
		case "nvidia": {
			const devices = parseNvidiaSmi(read("nvidia-smi")).map((device) =>
				device.isUnified && device.memoryBytes === undefined
					? { ...device, memoryBytes: machine.memoryBytes }
					: device,
			);
			return devices.length > 0 ? devices : named;
		}
		case "amd": {
			const amdSmi = parseAmdSmi(read("amd-smi"));
			const tool = amdSmi.length > 0 ? amdSmi : parseRocmSmi(read("rocm-smi"));
			const devices = joinAmdDevices(parseAmdgpuFiles(probes.systemFiles), [...tool, ...named]);
			return devices.length > 0 ? devices : tool.length > 0 ? tool : named;
		}
		default:
			return named;
	}
}

/** The driver's files know the memory, the tools the product's name: rows are matched by gfx version and memory. */
function joinAmdDevices(drivers: readonly AmdgpuDevice[], named: readonly Device[]): Device[] {
	const free = [...named];
	return drivers.map(({ vramBytes, ...device }) => {
		const index = free.findIndex((other) =>
			isSameDevice({ ...device, ...(vramBytes && { vramBytes }) }, other),
		);
		const [match] = index < 0 ? [] : free.splice(index, 1);
		if (!match) {
			return device;
		}
		const gfxVersion = device.gfxVersion ?? match.gfxVersion;
		return { ...device, name: match.name, ...(gfxVersion !== undefined && { gfxVersion }) };
	});
}

function isSameDevice(driver: AmdgpuDevice, other: Device): boolean {
	if (
		driver.gfxVersion !== undefined &&
		other.gfxVersion !== undefined &&
		driver.gfxVersion !== other.gfxVersion
	) {
		return false;
	}
	if ((driver.isUnified ?? false) !== (other.isUnified ?? false)) {
		return false;
	}
	// Tools round to whole MiB and some leave out what firmware reserves.
	return (
		other.memoryBytes === undefined ||
		driver.vramBytes === undefined ||
		Math.abs(other.memoryBytes - driver.vramBytes) <= driver.vramBytes * 0.02
	);
}
