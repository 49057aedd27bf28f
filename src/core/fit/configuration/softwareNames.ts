/** What decodes, in the names that speeds were measured under. */
export interface Software {
	/** `cuda`, `rocm`, `vulkan`, `metal`, `mlx`, `vllm`, `sycl`, `cpu`, or what was said. */
	readonly backend: string;
	/** `llama-bench` (a bare loop), `llama-server`, `ollama`, or what was said. */
	readonly runtime: string;
}

const usualBackends: Readonly<Record<string, string>> = {
	nvidia: "cuda",
	amd: "rocm",
	intel: "vulkan",
	apple: "metal",
};

const backends: readonly (readonly [pattern: RegExp, name: string])[] = [
	[/vllm|sglang|tensorrt|trt|\btgi\b|text-generation-inference|lmdeploy|aphrodite/, "vllm"],
	[/mlx/, "mlx"],
	[/rocm|\bhip/, "rocm"],
	[/cuda|cublas|nvidia/, "cuda"],
	[/vulkan|radv|amdvlk/, "vulkan"],
	[/metal|\bmps\b/, "metal"],
	[/sycl|oneapi|xpu/, "sycl"],
	[/^cpu|avx|neon|\bamx\b/, "cpu"],
];

/** Backends of some makers' devices; the others run on all. */
const makers: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>(
	Object.entries({
		cuda: ["nvidia"],
		rocm: ["amd"],
		mlx: ["apple"],
		sycl: ["intel"],
		metal: ["apple", "amd"],
	}),
);

const servers = /server|lm ?-?studio|kobold|llamafile|\bjan\b|gpt4all|localai|open ?webui/;

/** What decodes one sequence without a server in front; speeds of vLLM and MLX were measured so too. */
const bareLoops = /^$|llama-?bench|llama[-_ ]?cli|llama\.?cpp|mlx|vllm/;

/** Each layer is begun from Python, which takes longer than reading it: nothing that was measured tells how long. */
const interpreted = /transformers|torch|\baccelerate\b/;

/**
 * The names that our constants have for the software of a row, from what people call it (`HIP`, `CUDA 12`, `LM
 * Studio`, `mlx-lm`). Servers that batch requests are known as vLLM's backend. Without a backend: what the vendor's
 * devices usually run. `undefined` where the backend is none of the vendor's, and where
 * nothing like it was measured.
 */
export function nameSoftware(runtime = "", backend = "", vendor: string): Software | undefined {
	const named = findBackend(backend) ?? (backend === "" ? usualBackends[vendor] : backend) ?? "";
	const byRuntime = findBackend(runtime);
	const isOwnKernel = byRuntime === "vllm" || byRuntime === "mlx";
	const chosen = isOwnKernel && named !== "cpu" ? byRuntime : named;
	const isOfOthers = makers.get(chosen)?.includes(vendor) === false;
	const isInterpreted = interpreted.test(`${runtime} ${backend}`.toLowerCase());
	return chosen === "cpu" || isOfOthers || isInterpreted
		? undefined
		: { backend: chosen, runtime: nameRuntime(runtime) };
}

function findBackend(name: string): string | undefined {
	const plain = name.toLowerCase();
	return backends.find(([pattern]) => pattern.test(plain))?.[1];
}

function nameRuntime(runtime: string): string {
	const plain = runtime.toLowerCase();
	if (plain.includes("ollama")) {
		return "ollama";
	}
	return servers.test(plain) ? "llama-server" : bareLoops.test(plain) ? "llama-bench" : plain;
}
