import { isNamedLikeModel, isOwnedId, isServiceId } from "../../../code/ids/candidates/idShape.ts";
import { findModelIds } from "../../../code/ids/findModelIds.ts";
import { type Clue, calleeAt, lineAt, placeOf } from "./clue.ts";
import type { CodeText } from "./codeText.ts";
import nameTable from "./tasksOfNames.json" with { type: "json" };

/** A model that a place names, and how surely. */
interface Named {
	readonly at: number;
	readonly id: string;
	readonly weight: number;
	readonly variant?: string | undefined;
}

const ofSentenceTransformers =
	/^(?:all-(?:MiniLM|mpnet|distilroberta)|paraphrase-|multi-qa-|msmarco-|distiluse-|gtr-t5|sentence-t5|LaBSE|clip-ViT|static-)[\w.-]*$/i;
/** Calls whose owners and names are of other things. */
const notOfModels = /dataset|push|upload|fetch|(?:^|\.)(?:get|post|route|use|run|image|from_registry)$/i;
/** Requests to servers: `model: "owner/name"`, and what routers put before it. */
const requested =
	/(?:\bmodel["']?\s*[:=]\s*|\bLM\(\s*)["'](?:(?:openai|hosted_vllm|vllm|huggingface|together_ai|openrouter|fireworks_ai)\/)?([\w-]+\/[\w.-]+)["']/g;
const requests = /\/v1\/(?:chat\/)?(?:completions|embeddings)\b|\bdspy\.LM\b|\blitellm\b|\bcrewai\b/;

/** Models that stand in a file, and what their names tell. `others` are what else the file says. */
export function readModels(
	code: CodeText,
	text: string,
	languageId: string | undefined,
	others: readonly Clue[],
): readonly Clue[] {
	const ids = languageId === undefined ? [] : findModelIds(text, languageId, { isCodeOnly: true });
	const named: readonly Named[] = [
		...ids.map(({ id, line, variant }) => ({
			// The library looks there for names without an owner.
			id: ofSentenceTransformers.test(id) ? `sentence-transformers/${id}` : id,
			at: code.startOf(line),
			weight: 4,
			variant,
		})),
		...findAsked(code),
	];
	const isTextToText = others.some(({ kind, value }) => kind === "task" && value === "text2text-generation");
	// The server of embeddings ranks as well.
	const isServedForText =
		ids.length === 1 && others.some(({ kind, value }) => kind === "runtime" && String(value) === "tei");
	// Classes of language models load those that see as well.
	const isCausal = others.some(
		({ kind, value, excerpt }) =>
			kind === "task" && value === "text-generation" && /\bAutoModelForCausalLM\b/.test(excerpt),
	);
	const known = new Set<string>();
	return named.flatMap(({ id, at, weight, variant }): readonly Clue[] => {
		const rest = { strength: "prefer", excerpt: lineAt(code, at), at } as const;
		const clues: Clue[] = [{ kind: "currentModel", value: id, weight, ...rest }];
		const task = nameTable.names.find(({ pattern }) => new RegExp(pattern, "i").test(id))?.task;
		if (task !== undefined && (weight === 4 || !known.has(id))) {
			// A class for any text to text is there for what its model was tuned for.
			const isTold =
				(isTextToText && /^(?:translation|summarization)$/.test(task)) ||
				(isServedForText && task === "text-ranking");
			const isSeeing = isCausal && ids.length === 1 && task === "image-text-to-text";
			clues.push({ kind: "task", value: task, weight: isSeeing ? 3.5 : isTold ? 1.6 : 0.2, ...rest });
		}
		known.add(id);
		if (variant !== undefined && /^(?:i?q\d|f16|bf16)/i.test(variant)) {
			clues.push({ kind: "quantization", value: [variant.toLowerCase()], weight: 4, ...rest });
		}
		return clues;
	});
}

/** Models by their shape: in texts, in requests, and in the values of settings. */
function findAsked({ code, strings, expanded }: CodeText): readonly Named[] {
	const named: Named[] = [];
	for (const { at, text } of strings) {
		const id = text.replaceAll(/^["'`]|["'`]$/g, "");
		const isData = /data|corpus/i.test(code.slice(code.lastIndexOf("\n", at) + 1, at));
		if (!isData && /^[\w-]+\/[\w.-]+$/.test(id) && isModel(id) && !notOfModels.test(calleeAt(code, at))) {
			named.push({ at, id, weight: 2 });
		}
	}
	for (const match of requests.test(code) ? code.matchAll(requested) : []) {
		const id = match[1] ?? "";
		if (isOwnedId(id) && !isServiceId(id) && !/^ollama(?:_chat)?\//.test(id)) {
			named.push({ at: placeOf(match), id, weight: 3 });
		}
	}
	for (const { start, end } of expanded) {
		const id = code.slice(start, end).replaceAll('"', "");
		const before = code.slice(Math.max(0, start - 40), start);
		const isGiven = /(?:\bmodel\w*["']?\s*[:=]|\bfrom_?[pP]retrained\()\s*$/.test(before);
		const isData = /data[\w-]*["']?[ =(:]*["']?$/i.test(before);
		if (isModel(id) ? !isData : isGiven && isOwnedId(id) && !isServiceId(id)) {
			named.push({ at: start, id, weight: 3 });
		}
	}
	return named;
}

/** Whether a text can hardly be anything but the ID of a model. */
function isModel(id: string): boolean {
	return isOwnedId(id) && isNamedLikeModel(id) && !isServiceId(id);
}
