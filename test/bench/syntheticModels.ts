import type { WeightFormat } from "../../src/core/model/artifact.ts";
import type { Gating, Model } from "../../src/core/model/model.ts";
import type { Relation } from "../../src/core/model/relation.ts";
import { makeSeededRandom, pickWeighted } from "./seededRandom.ts";

/*
 * Shares as counted over 4,167 rows of the Hub (May 2026) and its 1,000 top trending models (2026-05-04), where the task
 * mix is taken from the latter: the former is nearly all text generation.
 */

const none = "";

const tasks: readonly (readonly [string, number])[] = [
	["text-generation", 250],
	[none, 225],
	["image-text-to-text", 180],
	["text-to-image", 47],
	["image-to-image", 34],
	["any-to-any", 29],
	["automatic-speech-recognition", 27],
	["text-to-speech", 24],
	["image-to-video", 19],
	["feature-extraction", 17],
	["text-to-video", 13],
	["translation", 13],
	["sentence-similarity", 13],
	["audio-text-to-text", 10],
	["token-classification", 8],
	["text-classification", 8],
	["image-segmentation", 5],
	["text-ranking", 5],
	["object-detection", 4],
	["fill-mask", 2],
];

const licenses: readonly (readonly [string, number])[] = [
	["apache-2.0", 0.355],
	[none, 0.282],
	["other", 0.091],
	["mit", 0.077],
	["llama3.1", 0.043],
	["cc-by-nc-4.0", 0.034],
	["gemma", 0.032],
	["llama3", 0.028],
	["llama3.2", 0.028],
	["llama2", 0.009],
	["llama3.3", 0.004],
	["creativeml-openrail-m", 0.003],
	["cc-by-nc-sa-4.0", 0.003],
	["gpl-3.0", 0.002],
	["cc-by-4.0", 0.001],
];

const formatSets: readonly (readonly [readonly WeightFormat[], number])[] = [
	[["safetensors"], 0.6],
	[["gguf"], 0.2],
	[["safetensors", "pytorch"], 0.06],
	[["pytorch"], 0.04],
	[["mlx", "safetensors"], 0.04],
	[["onnx", "safetensors"], 0.01],
	[["jax", "onnx", "pytorch", "safetensors"], 0.005],
	[[], 0.006],
];

const languageSets: readonly (readonly [readonly string[], number])[] = [
	[[], 0.586],
	[["en"], 0.27],
	[["en", "zh"], 0.03],
	[["en", "zh", "fr", "es", "pt", "de", "it", "ru", "ja", "ko", "vi", "th", "ar"], 0.01],
	[["multilingual"], 0.006],
	[["ko"], 0.006],
	[["ja"], 0.005],
	[["pl"], 0.002],
];

const relationShares: readonly (readonly [Relation | "", number])[] = [
	[none, 0.38],
	["finetune", 0.336],
	["merge", 0.12],
	["quantized", 0.15],
	["adapter", 0.05],
];

const gatings: readonly (readonly [Gating, number])[] = [
	["open", 0.95],
	["auto", 0.03],
	["manual", 0.02],
];

const families = [
	"Qwen3",
	"Llama-3.1",
	"gemma-3",
	"Mistral",
	"DeepSeek-V3",
	"phi-4",
	"whisper",
	"bge",
	"flux",
];
const suffixes = ["", "-Instruct", "-GGUF", "-AWQ", "-LoRA", "-merged", "-v2", "-abliterated", "-4bit"];

/** Parameters at the 5th, 25th, 50th, 75th, 90th and 99th percentile, between which they are drawn evenly by logarithm. */
const parameterSteps = [0.56e9, 3.8e9, 8e9, 12.2e9, 27.4e9, 236e9];

const startMs = Date.UTC(2022, 2, 2);
const endMs = Date.UTC(2026, 4, 20);

/**
 * `count` models with the Hub's distributions, the same in every run: half of them under 200 downloads, then Zipf's
 * tail; licenses missing on 28 %, tasks on 19 %, languages on 59 %, sizes on 9 %.
 */
export function makeSyntheticModels(count: number): Model[] {
	const random = makeSeededRandom(20_260_520);
	return Array.from({ length: count }, (_, i) => makeSyntheticModel(i, count, random));
}

function makeSyntheticModel(index: number, count: number, random: () => number): Model {
	const parameters = random() < 0.09 ? undefined : drawParameters(random);
	const owner = Math.floor(random() ** 3 * count * 0.15);
	const family = families[Math.floor(random() * families.length)] ?? "model";
	const suffix = suffixes[Math.floor(random() * suffixes.length)] ?? "";
	const size = parameters === undefined ? "" : `-${(parameters / 1e9).toFixed(1)}B`;
	const task = pickWeighted(tasks, random);
	const license = pickWeighted(licenses, random);
	const languages = pickWeighted(languageSets, random);
	const relation = pickWeighted(relationShares, random);
	const downloads = drawDownloads(random);
	const createdAtMs = startMs + Math.floor((1 - random() ** 1.5) * (endMs - startMs));
	return {
		repoId: `owner${owner}/${family}${size}${suffix}-${index.toString(36)}`,
		hubId: index.toString(16).padStart(24, "0"),
		formats: pickWeighted(formatSets, random),
		gating: pickWeighted(gatings, random),
		security: "unknown",
		counters: {
			downloads30d: downloads,
			downloadsAllTime: Math.floor(downloads * (1 + 20 * random())),
			likes: Math.floor(Math.sqrt(downloads) * random()),
			trendingScore: random() < 0.02 ? Math.floor(1 / (random() + 0.002)) : 0,
		},
		createdAtMs,
		lastModifiedMs: createdAtMs + Math.floor(random() * (endMs - createdAtMs)),
		baseModels: relation === none ? { repoIds: [] } : { relation, repoIds: [`owner${owner % 50}/${family}`] },
		readAtMs: endMs,
		...(task === none ? {} : { task }),
		...(license === none ? {} : { license: { id: license, origin: "tag" } }),
		...(languages.length === 0 ? {} : { languages }),
		...(parameters === undefined
			? {}
			: { parameters: { total: { value: parameters, basis: "read", from: "safetensorsTotal" } } }),
	};
}

function drawParameters(random: () => number): number {
	const at = random() * (parameterSteps.length - 1);
	const low = parameterSteps[Math.floor(at)] ?? 1e9;
	const high = parameterSteps[Math.floor(at) + 1] ?? low;
	return Math.round(low * (high / low) ** (at % 1));
}

/** A Pareto tail with the median at 200 and an exponent near 1, which is what Zipf's law comes to. */
function drawDownloads(random: () => number): number {
	const rank = random();
	return rank < 0.5 ? Math.floor(rank * 400) : Math.min(3e7, Math.floor(200 * (0.5 / (1 - rank)) ** 0.95));
}
