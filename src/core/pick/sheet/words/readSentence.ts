import type { Said } from "../said.ts";
import { readAmountWords } from "./readAmountWords.ts";
import { readLanguageWords } from "./readLanguageWords.ts";
import { readLicenseWords } from "./readLicenseWords.ts";
import { readMachineWords } from "./readMachineWords.ts";
import { readMeansWords } from "./readMeansWords.ts";
import { readNameWords } from "./readNameWords.ts";
import { readTaskWords } from "./readTaskWords.ts";
import { readTermWords } from "./readTermWords.ts";
import { Sentence } from "./sentence.ts";

/** What plain words ask for, by rules; what is said flatly is a must, what would be nice is preferred. */
export function readSentence(text: string): readonly Said[] {
	const sentence = new Sentence(text);
	if (sentence.text.trim() === "") {
		return [];
	}
	const amounts = readAmountWords(sentence);
	const isOfVectors = amounts.some(
		({ kind, strength }) => kind === "embeddingDimension" && strength === "must",
	);
	const read = readTaskWords(sentence);
	// Only an embedding has dimensions.
	const task = isOfVectors && read?.task === "text-generation" ? undefined : read;
	const means = readMeansWords(sentence);
	const isChat = task === undefined || task.task === "text-generation";
	return [
		...(task === undefined
			? guessTask(sentence, [...means, ...readNameWords(sentence), ...amounts])
			: sayTask(task)),
		...means.filter(({ kind, value }) => kind !== "capability" || isChat || value !== "reasoning"),
		...readLanguageWords(sentence),
		...readLicenseWords(sentence),
		...readTermWords(sentence),
		...readNameWords(sentence),
		...readMachineWords(sentence),
		...amounts,
	];
}

const writers: ReadonlySet<string> = new Set([
	"ollama",
	"vllm",
	"llama.cpp",
	"tgi",
	"sglang",
	"lmstudio",
	"mlx-lm",
]);

const writingFamilies: ReadonlySet<string> = new Set([
	"llama",
	"qwen",
	"gemma",
	"mistral",
	"deepseek",
	"phi",
	"granite",
]);

/** Services that are known for what they write: "something like GPT-4". */
const peers = /\b(?:gpt[- ]?\d\w*(?:\.\d)?|claude|gemini|copilot)\b/gi;

/** Where no work is named: only what writes calls tools or reasons, what serves it mostly serves what writes, and what is large mostly writes. */
function guessTask(sentence: Sentence, means: readonly Said[]): readonly Said[] {
	const value = "text-generation";
	const peer = sentence.find(peers).find(({ isNegated }) => !isNegated);
	if (peer !== undefined) {
		return [{ kind: "task", value, strength: peer.isTold ? "prefer" : "must", excerpt: peer.text }];
	}
	const able = means.find(({ kind }) => kind === "capability");
	if (able !== undefined) {
		return [{ kind: "task", value, strength: "must", excerpt: able.excerpt }];
	}
	const stored = means.find(({ kind }) => kind === "embeddingDimension");
	if (stored !== undefined) {
		return [{ kind: "task", value: "feature-extraction", strength: "must", excerpt: stored.excerpt }];
	}
	const served = means.find(
		(each) =>
			(each.kind === "runtime" && each.value.every((name) => writers.has(name))) ||
			(each.kind === "family" && each.value.every((name) => writingFamilies.has(name))) ||
			(each.kind === "parameters" && (each.value.min ?? each.value.max ?? 0) >= 2e9),
	);
	return served === undefined ? [] : [{ kind: "task", value, strength: "prefer", excerpt: served.excerpt }];
}

function sayTask({
	task,
	purpose,
	isUnsure,
	text: excerpt,
}: NonNullable<ReturnType<typeof readTaskWords>>): readonly Said[] {
	return [
		{ kind: "task", value: task, strength: isUnsure ? "prefer" : "must", excerpt },
		...(purpose === undefined
			? []
			: [{ kind: "purpose", value: purpose, strength: "prefer", excerpt } as const]),
	];
}
