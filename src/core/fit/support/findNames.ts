import { nameGgufFormat } from "./nameGgufFormat.ts";
import type { SupportRules } from "./openSupportRules.ts";
import type { SupportRule } from "./supportRule.ts";

/** What the words of a backend's name mean, where runtimes have different ones for the same thing. */
const synonyms: Readonly<Record<string, string>> = {
	rocm: "hip",
	hipblas: "hip",
	cublas: "cuda",
	clblast: "opencl",
	radv: "vulkan",
	amdvlk: "vulkan",
	mps: "metal",
	xpu: "sycl",
	oneapi: "sycl",
	aarch64: "arm64",
	amd64: "x86",
	x64: "x86",
};

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
	"default",
	"auto",
	"any",
]);

/** The table's name of a runtime, whatever its case and punctuation, and with a version behind it or not. */
export function findRuntime(name: string, rules: SupportRules): string | undefined {
	const wanted = squeeze(name.replace(/(\s+v?|[@=]+)\d+(\.\d+)*\+?$/i, "").replace(/\(.*\)/, ""));
	for (const known of rules.byRuntime.keys()) {
		if (squeeze(known) === wanted || squeeze(known.replace(/\(.*\)/, "")) === wanted) {
			return known;
		}
	}
	const alias = Object.keys(rules.runtimeAliases).find((other) => squeeze(other) === wanted);
	return alias === undefined ? undefined : rules.runtimeAliases[alias];
}

/**
 * The runtime's backend that a name means: the one with the most words of it (`CUDA 13 binary` is `CUDA 13 build`,
 * `ROCm` is llama.cpp's `HIP`), else a part of one that it names alone (`AMX`). `undefined`: the table knows nothing of that backend.
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
	return known.find((backend) => parents[backend] !== undefined && isNamedBy(backend));
}

/** Whether a name tells backends apart at all: `prebuilt` does not, nor does the name of the runtime. */
export function namesBackend(name: string, runtime: string): boolean {
	return splitWords(name).some((word) => !splitWords(runtime).includes(word));
}

/**
 * The table's names of the formats of a case, however they are written: `Q4_K_M` and `GGUF Q4_K_M` are a `gguf-k`,
 * `FP8 (E4M3)` is `fp8`; a GGUF not told apart is usually a `gguf-k`. What the table does not know stays.
 */
export function findFormats(names: readonly string[], rules: SupportRules): readonly string[] {
	return [...new Set(names.flatMap((name) => findFormat(name, rules)))];
}

function findFormat(written: string, rules: SupportRules): readonly string[] {
	const name = written
		.toLowerCase()
		.replace(/[()]/g, " ")
		.trim()
		.replace(/[\s_:/]+/g, "-");
	if (name === "gguf") {
		return ["gguf", "gguf-k"];
	}
	if (rules.formats.has(name) && name !== "bf16") {
		return [name];
	}
	const inside = name.replace(/^gguf-|-gguf$/, "");
	const gguf = nameGgufFormat(inside.replace(/-/g, "_"), inside !== name);
	if (gguf !== undefined) {
		return [gguf];
	}
	const plain = inside === name ? name.replace(/^safetensors-|-safetensors$/, "") : inside;
	const found = rules.formatPatterns.find(({ pattern }) => pattern.test(plain));
	if (found) {
		return plain.replace(found.pattern, found.names).split(" ");
	}
	return [inside === name ? plain : `gguf-${inside}`];
}

function squeeze(name: string): string {
	return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function splitWords(name: string): readonly string[] {
	const plain = name
		.toLowerCase()
		.replace(/\bcu(1[1-4])\d?\b/, "cuda $1")
		.replace("executionprovider", "");
	const words = plain.match(/x86|x64|arm64|aarch64|amd64|fa\d|avx\d+|[a-z]+|\d+/g) ?? [];
	return words.map((word) => synonyms[word] ?? word).filter((word) => !fillers.has(word));
}
