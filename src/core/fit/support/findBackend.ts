import type { SupportRule } from "./supportRule.ts";

/** What the words of a backend's name mean, where runtimes have different ones for the same thing. */
const synonyms: ReadonlyMap<string, string> = new Map<string, string>(
	Object.entries({
		rocm: "hip",
		hipblas: "hip",
		cublas: "cuda",
		clblast: "opencl",
		radv: "vulkan",
		amdvlk: "vulkan",
		mps: "metal",
		xpu: "sycl",
		oneapi: "sycl",
		dml: "directml",
		arm: "arm64",
		armv8: "arm64",
		armv9: "arm64",
		neon: "arm64",
		aarch64: "arm64",
		amd64: "x86",
		x64: "x86",
	}),
);

const fillers: ReadonlySet<string> = new Set([
	"build",
	"binary",
	"wheel",
	"wheels",
	"plugin",
	"backend",
	"runner",
	"engine",
	"ep",
	"prebuilt",
	"current",
	"latest",
	"nightly",
	"official",
	"docker",
	"image",
	"server",
	"on",
	"via",
	"with",
	"default",
	"auto",
	"any",
]);

/** Instruction sets: whoever names one means the processor. */
const processorWords: ReadonlySet<string> = new Set(["x86", "arm64", "avx", "avx2", "avx512", "sse4", "sve"]);

/**
 * The runtime's backend that a name means: the one with the most words of it (`CUDA 13 binary` is `CUDA 13 build`,
 * `ROCm` is llama.cpp's `HIP`), else a part of one that it names alone (`AMX`), else the processor, where it names
 * what a processor has (`AVX512`). `undefined`: the table knows nothing of that backend.
 */
export function findBackend(
	name: string,
	runtimeRules: readonly SupportRule[],
	parents: Readonly<Record<string, string>> = {},
): string | undefined {
	const known = [...new Set(runtimeRules.flatMap(({ backends }) => backends))];
	const same = known.find((backend) => backend.toLowerCase() === name.toLowerCase());
	if (same !== undefined) {
		return same;
	}
	const words = splitWords(name);
	let best: { backend: string; count: number } | undefined;
	for (const backend of known) {
		const own = splitWords(backend);
		if (own.every((word) => words.includes(word)) && own.length > (best?.count ?? 0)) {
			best = { backend, count: own.length };
		}
	}
	if (best || words.length === 0) {
		return best?.backend;
	}
	// Those who say "AMX" mean "CPU AMX".
	const isNamedBy = (backend: string): boolean => words.every((word) => splitWords(backend).includes(word));
	const part = known.find((backend) => parents[backend] !== undefined && isNamedBy(backend));
	return part ?? (words.some((word) => processorWords.has(word)) ? known.find(isProcessor) : undefined);
}

/** Whether a name tells backends apart at all: `prebuilt` does not, nor does the name of the runtime. */
export function namesBackend(name: string, runtime: string): boolean {
	return splitWords(name).some((word) => !splitWords(runtime).includes(word));
}

/** The words of a backend's name that tell it from others, each by one name for the same thing. */
export function splitWords(name: string): readonly string[] {
	const plain = name
		.toLowerCase()
		.replace(/\bcu(1[1-4])\d?\b/, "cuda $1")
		.replace("executionprovider", "")
		.replace(/nvtensorrtrtx/, "tensorrt rtx");
	const words = plain.match(/x86|x64|arm64|armv\d|aarch64|amd64|fa\d|avx\d+|sse\d|[a-z]+|\d+/g) ?? [];
	return words.map((word) => synonyms.get(word) ?? word).filter((word) => !fillers.has(word));
}

function isProcessor(backend: string): boolean {
	return backend === "CPU";
}
