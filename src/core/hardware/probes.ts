/** The tools that detection can ask for; the platform knows how to run each. */
export const probeTools = [
	"nvidia-smi",
	"rocm-smi",
	"amd-smi",
	"lspci",
	"powershell-video",
	"system_profiler",
	"sysctl-memory",
] as const;

/** A tool that detection can ask for. */
export type ProbeTool = (typeof probeTools)[number];

/** Operating systems that detection knows ways for. */
export type OperatingSystem = "linux" | "darwin" | "win32" | "other";

/** What a tool printed, or why it did not. */
export interface ProbeRun {
	readonly tool: string;
	readonly outcome: "ok" | "notInstalled" | "failed" | "timedOut";
	readonly stdout: string;
}

/** What the system tells of itself without a tool. */
export interface ProbedMachine {
	readonly os: OperatingSystem;
	readonly memoryBytes: number;
	readonly processor?: string;
	readonly logicalCores: number;
}

/** Everything that was found out about a machine. */
export interface Probes {
	readonly machine: ProbedMachine;
	readonly runs: readonly ProbeRun[];
	/** Files of the amdgpu and kfd drivers by path below `/sys`. */
	readonly systemFiles: ReadonlyMap<string, string>;
	/** When it was found out, ms since the epoch. */
	readonly nowMs: number;
}

/** The tools worth running on an operating system. */
export function chooseProbeTools(os: OperatingSystem): readonly ProbeTool[] {
	switch (os) {
		case "linux":
			return ["nvidia-smi", "amd-smi", "rocm-smi", "lspci"];
		case "win32":
			return ["nvidia-smi", "powershell-video"];
		case "darwin":
			return ["system_profiler", "sysctl-memory"];
		case "other":
			return [];
	}
}
