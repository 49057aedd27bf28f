import { nameGgufFormat } from "./nameGgufFormat.ts";
import type { SupportRules } from "./openSupportRules.ts";
import type { SupportRule } from "./supportRule.ts";

/** What the words of a backend's name mean, where runtimes have different ones for the same thing. */
const synonyms: Readonly<Record<string, string>> = {
	rocm: "hip",
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
 * `ROCm` is llama.cpp's `HIP`). `undefined`: the table knows nothing of that backend.
 */
export function findBackend(name: string, runtimeRules: readonly SupportRule[]): string | undefined {
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
	return best?.backend;
}

/** Whether a name tells backends apart at all: `prebuilt` does not, nor does the name of the runtime. */
export function namesBackend(name: string, runtime: string): boolean {
	return splitWords(name).some((word) => !splitWords(runtime).includes(word));
}

/** The table's names of the formats of a case: `Q4_K_M` is a `gguf-k`, and a GGUF not told apart is usually one. */
export function findFormats(names: readonly string[], rules: SupportRules): readonly string[] {
	return names.flatMap((name) => {
		const prefixed = /^gguf[-_: ]+(?=.*\d)(.+)$/.exec(name)?.[1];
		const format =
			nameGgufFormat(name) ??
			(prefixed === undefined ? undefined : nameGgufFormat(prefixed, true)) ??
			rules.formatAliases[name] ??
			name;
		return format === "gguf" ? ["gguf", "gguf-k"] : [format];
	});
}

function squeeze(name: string): string {
	return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function splitWords(name: string): readonly string[] {
	const words = name.toLowerCase().match(/x86|x64|arm64|aarch64|amd64|fa\d|avx\d+|[a-z]+|\d+/g) ?? [];
	return words.map((word) => synonyms[word] ?? word).filter((word) => !fillers.has(word));
}
