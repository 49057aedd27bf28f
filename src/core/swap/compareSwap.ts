import type { Verdict } from "../fit/verdict.ts";
import { readLicenseTerms } from "../license/readLicenseTerms.ts";
import type { Model } from "../model/model.ts";
import type { TextFacts } from "../model/textFacts.ts";
import type { PromptPrefixes } from "./promptPrefixes.ts";

/** What swapping a model can change for the code around it. */
export const swapAspects = [
	"task",
	"context",
	"chatTemplate",
	"specialTokens",
	"promptPrefixes",
	"embeddingDimension",
	"dtype",
	"memory",
	"license",
	"access",
	"customCode",
] as const;

/** What swapping a model can change. */
export type SwapAspect = (typeof swapAspects)[number];

/** How grave it is: what runs now will not, what it gives or costs is another, nothing changes, or nobody knows. */
export type SwapEffect = "breaks" | "changes" | "same" | "unknown";

/** One of the two models of a swap. */
export interface SwapSide {
	readonly model: Model;
	/** Absent: not read. */
	readonly text?: TextFacts;
	readonly prefixes?: PromptPrefixes;
	readonly embeddingDimension?: number;
	/** On one target; absent: there is none. */
	readonly verdict?: Verdict;
}

/** What becomes of one aspect. Of a model's side, absent is not known. */
export interface SwapConsequence {
	readonly aspect: SwapAspect;
	readonly effect: SwapEffect;
	readonly before?: string | number;
	readonly after?: string | number;
}

const embeddingTasks: ReadonlySet<string> = new Set(["feature-extraction", "sentence-similarity"]);
const order: readonly SwapEffect[] = ["breaks", "changes", "unknown", "same"];

/** What a swap changes, the gravest first. What is not known of either model stays unknown. */
export function compareSwap(from: SwapSide, to: SwapSide): readonly SwapConsequence[] {
	const embeds = isEmbedding(from.model) || isEmbedding(to.model);
	const consequences = [
		compare("task", from.model.task, to.model.task, () => "breaks"),
		compare("context", from.model.contextLength?.value, to.model.contextLength?.value, (before, after) =>
			after < before ? "breaks" : "changes",
		),
		...(embeds
			? [
					compare("promptPrefixes", writePrefixes(from.prefixes), writePrefixes(to.prefixes), () => "breaks"),
					compare("embeddingDimension", from.embeddingDimension, to.embeddingDimension, () => "breaks"),
				]
			: [
					hide(compare("chatTemplate", from.text?.chatTemplate, to.text?.chatTemplate, () => "changes")),
					compare("specialTokens", writeTokens(from.text), writeTokens(to.text), () => "changes"),
				]),
		compare("dtype", from.model.storedBits, to.model.storedBits, () => "changes"),
		compareMemory(from.verdict, to.verdict),
		compare("license", nameTerms(from.model), nameTerms(to.model), () => "changes"),
		compare("access", from.model.gating, to.model.gating, (_, after) =>
			after === "open" ? "changes" : "breaks",
		),
		compare("customCode", toWord(from.model.hasCustomCode), toWord(to.model.hasCustomCode), (_, after) =>
			after === "yes" ? "breaks" : "changes",
		),
	];
	return [...consequences].sort((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect));
}

function compare<Value extends string | number>(
	aspect: SwapAspect,
	before: Value | undefined,
	after: Value | undefined,
	judge: (before: Value, after: Value) => SwapEffect,
): SwapConsequence {
	const isTold = before !== undefined && after !== undefined;
	const effect = !isTold ? "unknown" : before === after ? "same" : judge(before, after);
	return {
		aspect,
		effect,
		...(before === undefined ? {} : { before }),
		...(after === undefined ? {} : { after }),
	};
}

/** A template is too long to be shown: that it is another one is all there is to say. */
function hide({ aspect, effect }: SwapConsequence): SwapConsequence {
	return { aspect, effect };
}

/** Bytes on the target; what fitted and does not any more breaks. */
function compareMemory(before: Verdict | undefined, after: Verdict | undefined): SwapConsequence {
	const compared = compare("memory", before?.required?.value, after?.required?.value, () => "changes");
	return before?.answer === "fits" &&
		after !== undefined &&
		["offload", "tooLarge", "unsupported"].includes(after.answer)
		? { ...compared, effect: "breaks" }
		: compared;
}

function isEmbedding({ task }: Model): boolean {
	return task !== undefined && embeddingTasks.has(task);
}

function writePrefixes(prefixes: PromptPrefixes | undefined): string | undefined {
	return prefixes && `“${prefixes.query}” / “${prefixes.passage}”`;
}

function writeTokens(text: TextFacts | undefined): string | undefined {
	return text === undefined || text.specialTokens.size === 0
		? undefined
		: [...text.specialTokens].map(([name, token]) => `${name}=${token}`).join(" ");
}

function nameTerms({ license }: Model): string | undefined {
	return license && (readLicenseTerms(license).title ?? license.name ?? license.id);
}

function toWord(value: boolean | undefined): "yes" | "no" | undefined {
	return value === undefined ? undefined : value ? "yes" : "no";
}
