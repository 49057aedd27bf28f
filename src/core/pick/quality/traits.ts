import type { Model } from "../../model/model.ts";
import { type NameSize, readNameSize } from "../../model/nameSize.ts";
import { parseRepoId } from "../../model/repoId.ts";

/** What of a model speaks of its quality before any result is known, and of whom it is kin to. */
export interface Traits {
	/** In lower case. */
	readonly maker: string;
	/** The name without words of packaging: a quantized copy has its original's. */
	readonly identity: string;
	/** The identity without words of tuning: a base model and its tuned ones share it. */
	readonly sibling: string;
	/** The sibling name without sizes and dates: a generation of one maker (`qwen2p5-coder`). */
	readonly line: string;
	/** The line's first letters (`qwen`). */
	readonly stem: string;
	/** Its name says that it answers: a model of its maker with the same sibling name that does not say so is its base. */
	readonly isAnswering: boolean;
	/** The line of the base model, where one is stated; else the own one. */
	readonly origin: string;
	/** Natural logarithm of parameters in billions; absent: unknown. */
	readonly logSize?: number;
	/** Natural logarithm of the share of parameters used per token, at most 0. */
	readonly logActiveShare: number;
	/** Release in years since 2024; the Hub's dates begin with March 2022, which stands for all before. */
	readonly year?: number;
	readonly flags: ReadonlySet<TraitFlag>;
}

export type TraitFlag =
	| "tuned"
	| "pretrained"
	| "reasoning"
	| "coder"
	| "math"
	| "tools"
	| "vision"
	| "distilled"
	| "mixture"
	| "merged"
	| "others"
	| "packed"
	| "lowBits"
	| "uncensored"
	| "multilingual"
	| "large"
	| "small"
	| "reranker";

export type TraitSource = Pick<
	Model,
	| "repoId"
	| "createdAtMs"
	| "parameters"
	| "baseModels"
	| "isMixtureOfExperts"
	| "quantization"
	| "hasChatTemplate"
	| "task"
	| "library"
> & {
	/** It was not tuned to answer, whatever its name. */
	readonly isPretrained?: boolean;
};

const packaging =
	/^(?:gguf|ggml|awq|gptq|exl2|exl3|mlx|onnx|int[48]|fp(?:4|8|16|32)|bf16|f16|nvfp4|mxfp[48]|w[48]a(?:8|16)|bnb|[2-8]bit|ud|qat|dynamic|quantized|imatrix|i1|hf|meta|mxfp|transformers)$/;
const quantizationLabel = /(?<![a-z0-9])i?q\d(?:_[a-z0-9]+)*(?![a-z0-9])/;
const tuningWord = /^(?:instruct|inst|chat|it|base|pt|sft|dpo|rlhf|preview|exp|experimental)$/;
const tunedWord = /^(?:instruct|inst|chat|it|sft|dpo|rlhf|assistant)$/;
const answeringWord = /^(?:instruct|inst|chat|it)$/;
const pretrainedWord = /^(?:base|pretrain(?:ed)?)$/;
/** Google's word; elsewhere it is PyTorch's. */
const pretrainedName = /gemma.*-pt(?:-|$)/;
const lowBitsWord = /^(?:awq|gptq|int4|[2-4]bit|bnb|nvfp4|mxfp4|w4a(?:8|16)|i?q[1-4]\w*)$/;
const sizeWord =
	/^(?:[ae]?\d+(?:p\d+)?(?:x\d+(?:p\d+)?)?[bmk](?:\d+e)?|\d+e|tiny|mini|small|medium|base|large|xl|xxl|xs|nano|micro|lite|huge|[sml])$/;
const dateWord = /^(?:\d{4}|\d{6}|\d{8})$/;

const nameFlags: readonly (readonly [TraitFlag, RegExp])[] = [
	[
		"reasoning",
		/(?:^|-)(?:thinking|think|reason(?:er|ing)?|r1|r1p\d|qwq|o1|cot|magistral|zero)(?:-|$)|gpt-oss/,
	],
	["coder", /cod(?:e|er|ing|estral)|starcoder|devstral|(?:^|-)swe/],
	["math", /math|prover|numina/],
	["tools", /tool|function|(?:^|-)fc(?:-|$)|agent|xlam|hammer/],
	["vision", /(?:^|-)vl|vl(?:-|$)|vision|vlm|llava|omni|pixtral|(?:^|-)4?v(?:-|$)/],
	["distilled", /distil/],
	["merged", /merge|slerp|ties|(?:^|-)dare|breadcrumb|stock|franken|passthrough|linear|lerp/],
	["uncensored", /uncensored|abliterat|heretic|(?:^|-)rp|nsfw|lewd|erotic/],
	["multilingual", /multilingual|(?:^|-)m3(?:-|$)|(?:^|-)xlm|cross-?lingual|aya|labse/],
	["reranker", /rerank|cross-encoder|colbert/],
];

const encoderWord =
	/embed|bert|(?:^|[/-])(?:e5|bge|gte|uae|gist)-|minilm|mpnet|sentence|rerank|stella|ember|arctic|ruri|colbert|static|whisper|wav2vec|hubert|mxbai|xiaobu|piccolo/i;

/** Encoders, unlike language models, are called by a word of size rather than by a number. */
const sizesByWord: readonly (readonly [RegExp, number])[] = [
	[/^(?:xs|tiny|micro|nano)$/, 0.022],
	[/^(?:small|s|minilm|mini)$/, 0.033],
	[/^(?:base|m|medium|mpnet)$/, 0.12],
	[/^(?:large|l)$/, 0.4],
	[/^xl$/, 1.2],
	[/^xxl$/, 5],
];

const msPerYear = 365.25 * 86_400_000;
const epochMs = Date.UTC(2024, 0);
const fewestBits = 5;

export function readTraits(model: TraitSource): Traits {
	const base = model.baseModels?.repoIds[0];
	const isQuantized = model.baseModels?.relation === "quantized" || model.quantization !== undefined;
	const own = readName(model.repoId);
	const origin = base === undefined ? undefined : readName(base);
	// Another's quantized copy is its original, whatever it is called.
	const isCopy =
		model.baseModels?.relation === "quantized" && origin !== undefined && origin.maker !== own.maker;
	const name = isCopy ? origin : own;
	const flags = new Set(nameFlags.flatMap(([flag, pattern]) => (pattern.test(name.identity) ? [flag] : [])));
	const add = (flag: TraitFlag, holds: boolean) => holds && flags.add(flag);
	add(
		"tuned",
		name.words.some((word) => tunedWord.test(word)),
	);
	add("pretrained", isPretrained(model, name, flags));
	add("mixture", model.isMixtureOfExperts === true || model.parameters?.active !== undefined);
	add("merged", model.baseModels?.relation === "merge" || (model.baseModels?.repoIds.length ?? 0) > 1);
	add("others", origin !== undefined && origin.maker !== own.maker && !isQuantized);
	add("packed", own.isPacked || model.baseModels?.relation === "quantized");
	add("lowBits", flags.has("packed") && ((model.quantization?.bits ?? 16) < fewestBits || own.isLowBits));
	add("large", /(?:^|-)(?:large|xl|xxl|l)(?:-|$)/.test(name.identity));
	add("small", /(?:^|-)(?:small|mini|tiny|xs|micro|nano|s|minilm)(?:-|$)/.test(name.identity));
	const named = readNameSize(model.repoId);
	const size = readBillions(model, named, name.words);
	const active = model.parameters?.active?.value ?? named.active;
	const releasedAtMs = model.createdAtMs;
	return {
		maker: name.maker,
		identity: name.identity,
		sibling: name.sibling,
		line: name.line,
		stem: name.stem,
		isAnswering: !encoderWord.test(model.repoId) && name.words.some((word) => answeringWord.test(word)),
		origin: origin?.line ?? name.line,
		...(size === undefined ? {} : { logSize: Math.log(size) }),
		logActiveShare:
			size === undefined || active === undefined
				? 0
				: Math.max(-4, Math.min(0, Math.log(active / 1e9 / size))),
		...(releasedAtMs === undefined ? {} : { year: (releasedAtMs - epochMs) / msPerYear }),
		flags,
	};
}

/**
 * Said by its name, known, or told by the Hub: originals since 2024 that were tuned to answer come with a template for
 * conversations (of 553 rows of the Hub with "instruct", "it" or "chat" in their names 12 lack one, 2026-05-20).
 */
function isPretrained(model: TraitSource, name: NameParts, flags: ReadonlySet<TraitFlag>): boolean {
	if (flags.has("tuned")) {
		return false;
	}
	const isSilent =
		model.hasChatTemplate === false &&
		model.library === "transformers" &&
		model.task === "text-generation" &&
		!encoderWord.test(model.repoId) &&
		(model.createdAtMs ?? 0) >= epochMs &&
		(model.baseModels?.repoIds.length ?? 0) === 0 &&
		!flags.has("reasoning");
	return (
		isSilent ||
		model.isPretrained === true ||
		pretrainedName.test(name.identity) ||
		name.words.some((word) => pretrainedWord.test(word))
	);
}

interface NameParts {
	readonly maker: string;
	readonly words: readonly string[];
	readonly identity: string;
	readonly sibling: string;
	readonly line: string;
	readonly stem: string;
	readonly isPacked: boolean;
	readonly isLowBits: boolean;
}

function readName(repoId: string): NameParts {
	const id = parseRepoId(repoId);
	const lower = (id?.name ?? repoId).toLowerCase();
	const all = lower
		.replace(quantizationLabel, "")
		.replaceAll(/(\d)-bit/g, "$1bit")
		.replaceAll(/(\d)[._](\d)/g, "$1p$2")
		.split(/[-_.]+/)
		.filter((word) => word !== "");
	const kept = all.filter((word) => !packaging.test(word));
	const words = kept.length === 0 ? all : kept;
	const sibling = words.filter((word) => !tuningWord.test(word));
	const line = sibling.filter((word) => !sizeWord.test(word) && !dateWord.test(word)).join("-");
	return {
		maker: (id?.owner ?? "").toLowerCase(),
		words,
		identity: words.join("-"),
		sibling: sibling.join("-"),
		line: line === "" ? sibling.join("-") : line,
		stem: /^[a-z]+/.exec(line)?.[0] ?? line,
		isPacked:
			kept.length < all.filter((word) => word !== "hf" && word !== "meta").length ||
			quantizationLabel.test(lower),
		isLowBits: lower.split(/[-.]+/).some((word) => lowBitsWord.test(word)),
	};
}

function readBillions(model: TraitSource, named: NameSize, words: readonly string[]): number | undefined {
	const counted = model.parameters?.total.value;
	if (counted !== undefined && counted > 0) {
		return counted / 1e9;
	}
	if (named.total !== undefined) {
		return named.total / 1e9;
	}
	for (const word of encoderWord.test(model.repoId) ? words : []) {
		const size = sizesByWord.find(([pattern]) => pattern.test(word))?.[1];
		if (size !== undefined) {
			return size;
		}
	}
	return undefined;
}
