/** What a probing tool printed, or why it did not. Nothing is thrown: a tool that is not installed is the usual case. */
export interface ToolRun {
	readonly tool: string;
	readonly outcome: "ok" | "notInstalled" | "failed" | "timedOut";
	/** Standard output, at most 1 MiB; empty unless `ok` or `failed`. */
	readonly stdout: string;
}

/** Facts about the machine that the extension host runs on. */
export interface MachineFacts {
	readonly os: "linux" | "darwin" | "win32" | "other";
	readonly architecture: string;
	/** Memory that this process may use: the machine's, or the container's limit where that is less. */
	readonly memoryBytes: number;
	/** Processor's name as the system tells it; absent where it does not. */
	readonly processor?: string;
	/** At least 1. */
	readonly logicalCores: number;
}

/** A closed list of tools, so that nothing from outside can name a program to run. */
export type ProbeTool =
	| "nvidia-smi"
	| "rocm-smi"
	| "amd-smi"
	| "lspci"
	| "powershell-video"
	| "system_profiler"
	| "sysctl-memory";

/** The machine, as far as the host may touch it. `node.ts` and `web.ts` implement it; nothing else touches Node. */
export interface Platform {
	readonly kind: "node" | "web";
	/** `fetch` of the host, uninterpreted. */
	readonly fetch: typeof globalThis.fetch;
	/** `undefined` where a program cannot see the machine (the web host). */
	readMachine(): MachineFacts | undefined;
	/** Runs a probing tool with fixed arguments and a time limit. In the web host every tool is `notInstalled`. */
	runTool(tool: ProbeTool, signal: AbortSignal): Promise<ToolRun>;
	/**
	 * Small text files of the system by path below `/sys` (`class/drm/card0/device/mem_info_vram_total`); those that
	 * cannot be read are absent. `amdgpuMemory`: what the amdgpu and kfd drivers tell of each device.
	 */
	readSystemFiles(set: "amdgpuMemory"): Promise<ReadonlyMap<string, string>>;
	/** 128 random bits from a cryptographic source, as 32 hexadecimal digits: nonces and file names. */
	createRandomId(): string;
	/** Environment variable of the host process; `undefined` in the web host. */
	readEnvironment(name: "HF_ENDPOINT" | "HF_TOKEN"): string | undefined;
}
