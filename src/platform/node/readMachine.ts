import { arch, cpus, platform, totalmem } from "node:os";
import type { MachineFacts } from "../platform.ts";

/** What the system tells of itself. In a container the memory is the container's limit, not the host's. */
export function readMachine(): MachineFacts {
	const os = platform();
	const processors = cpus();
	const processor = processors[0]?.model.trim();
	return {
		os: os === "linux" || os === "darwin" || os === "win32" ? os : "other",
		architecture: arch(),
		memoryBytes: readMemoryBytes(),
		...(processor && { processor }),
		logicalCores: Math.max(1, processors.length),
	};
}

function readMemoryBytes(): number {
	const total = totalmem();
	// 0 is "no limit known"; without a limit some systems answer with a number beyond every machine.
	const limit = process.constrainedMemory?.() ?? 0;
	return limit > 0 ? Math.min(total, limit) : total;
}
