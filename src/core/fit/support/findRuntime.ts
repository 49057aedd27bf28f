import { splitWords } from "./findBackend.ts";
import type { SupportRules } from "./openSupportRules.ts";

/** A name that is understood. */
interface FoundRuntime {
	/** The table's name. */
	readonly runtime: string;
	/** What else the name says, where that is a backend: `ROCm` of `vLLM ROCm`. */
	readonly backend?: string;
}

const makers = /^(hugging\s?face|hf|nvidia|intel|microsoft|apple)\b[\s/-]*/i;
const version = /(\s+[vb]?|[@=><~-]+[vb]?)\d+(\.\d+)*\w*\+?$/i;

/** The table's name of a runtime, whatever its case and punctuation, and with a version behind it or not. */
export function findRuntime(name: string, rules: SupportRules): string | undefined {
	return readRuntimeName(name, rules)?.runtime;
}

/**
 * The runtime that a name means, and the backend that it names besides (`llama.cpp CUDA 13`, `vLLM (ROCm)`). Words of
 * which neither the table nor a version number knows anything make it another runtime: `undefined`.
 */
export function readRuntimeName(name: string, rules: SupportRules): FoundRuntime | undefined {
	const inside = [...name.matchAll(/\(([^)]*)\)/g)].map(([, text]) => text).join(" ");
	const outside = name.replace(/\([^)]*\)/g, " ").trim();
	const written = [name, outside, outside.replace(version, "")];
	for (const form of [...written, ...written.map((form) => form.replace(makers, ""))]) {
		const runtime = lookUpRuntime(form, rules);
		if (runtime !== undefined) {
			return { runtime, ...(form !== name && readBackend(inside, rules)) };
		}
	}
	return findWithBackend(outside, rules);
}

/** `vLLM ROCm`, `llama.cpp on Metal`: the longest beginning that is a runtime, if a backend is all that follows. */
function findWithBackend(name: string, rules: SupportRules): FoundRuntime | undefined {
	const ends = [...name.matchAll(/[\s/+_-]+/g)].map(({ index }) => index).reverse();
	for (const end of ends) {
		const runtime = lookUpRuntime(name.slice(0, end).replace(version, "").replace(makers, ""), rules);
		const backend = runtime === undefined ? undefined : readBackend(name.slice(end), rules);
		if (runtime !== undefined && backend) {
			return { runtime, ...backend };
		}
	}
	return undefined;
}

/** Empty if the words tell no backends apart. `undefined` if one of them is no backend's. */
function readBackend(name: string, rules: SupportRules): { readonly backend?: string } | undefined {
	const known = new Set(
		[...rules.byId.values()].flatMap(({ backends }) => backends).flatMap((backend) => splitWords(backend)),
	);
	const words = splitWords(name);
	if (!words.every((word) => known.has(word) || /^\d+$/.test(word))) {
		return undefined;
	}
	return words.some((word) => known.has(word)) ? { backend: name.replace(/^[\s/+_-]+/, "") } : {};
}

function lookUpRuntime(name: string, rules: SupportRules): string | undefined {
	const wanted = squeeze(name);
	for (const known of rules.byRuntime.keys()) {
		if (squeeze(known) === wanted || squeeze(known.replace(/\(.*\)/, "")) === wanted) {
			return known;
		}
	}
	const alias = Object.keys(rules.runtimeAliases).find((other) => squeeze(other) === wanted);
	return alias === undefined ? undefined : rules.runtimeAliases[alias];
}

function squeeze(name: string): string {
	return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
