import { isNamedLikeModel, isOwnedId, isServiceId } from "../../../code/ids/candidates/idShape.ts";
import { findModelIds } from "../../../code/ids/findModelIds.ts";
import type { RequirementKind } from "../requirement.ts";
import type { Clue } from "./clue.ts";
import { calleeAt, lineAt, placeOf } from "./clue.ts";
import { type CodeText, prepareCode } from "./codeText.ts";
import { readAmounts, weightBesideModels } from "./readAmounts.ts";
import { readDependencies } from "./readDependencies.ts";
import { readMachines } from "./readMachines.ts";
import { readMeans } from "./readMeans.ts";
import { readPrompts } from "./readPrompts.ts";
import { readRemarks } from "./readRemarks.ts";
import { readTaskCalls } from "./readTaskCalls.ts";
import type { SettingBook } from "./settings.ts";
import { findLanguage, type SourceFile } from "./sourceFile.ts";
import nameTable from "./tasksOfNames.json" with { type: "json" };

/** What a file says, and where. */
export interface ReadFile {
	readonly file: SourceFile;
	readonly code: CodeText;
	readonly clues: readonly Clue[];
	/** Something in it works with models. */
	readonly usesModels: boolean;
}

const ofSentenceTransformers =
	/^(?:all-(?:MiniLM|mpnet|distilroberta)|paraphrase-|multi-qa-|msmarco-|distiluse-|gtr-t5|sentence-t5|LaBSE|clip-ViT|static-)[\w.-]*$/i;
/** Calls whose owners and names are of other things. */
const notOfModels = /dataset|push|upload|fetch|(?:^|\.)(?:get|post|route|use|run|image|from_registry)$/i;
const longestText = 400_000;
/** What means something only where models are used. */
const onlyBesideModels: ReadonlySet<RequirementKind> = new Set([
	"contextLength",
	"outputTokens",
	"batch",
	"language",
	"dtype",
	"purpose",
	"capability",
	"quantization",
]);
/** Reads all that a file says of the model that it works with. Never throws; takes time in proportion to the text. */
export function readCodeFile(whole: SourceFile, others: SettingBook): ReadFile {
	const file = { ...whole, text: whole.text.slice(0, longestText) };
	const { text } = file;
	const languageId = findLanguage(file);
	const code = prepareCode(file, others);
	const ids = languageId === undefined ? [] : findModelIds(text, languageId, { isCodeOnly: true });
	const clues: Clue[] = [
		...readTaskCalls(code),
		...readDependencies(code, languageId, file.path),
		...readAmounts(code),
		...readMeans(code),
		...readMachines(code),
		...readPrompts(code),
		...readRemarks(code),
	];
	const isTextToText = clues.some(({ kind, value }) => kind === "task" && value === "text2text-generation");
	// The server of embeddings ranks as well.
	const isServedForText =
		ids.length === 1 && clues.some(({ kind, value }) => kind === "runtime" && String(value) === "tei");
	for (const { id: written, line, variant } of ids) {
		// The library looks there for names without an owner.
		const id = ofSentenceTransformers.test(written) ? `sentence-transformers/${written}` : written;
		const at = code.startOf(line);
		const excerpt = lineAt(code, at);
		clues.push({ kind: "currentModel", value: id, strength: "prefer", excerpt, at, weight: 4 });
		const task = nameTable.names.find(({ pattern }) => new RegExp(pattern, "i").test(id))?.task;
		if (task !== undefined) {
			// A class for any text to text is there for what its model was tuned for.
			const isTold =
				(isTextToText && /^(?:translation|summarization)$/.test(task)) ||
				(isServedForText && task === "text-ranking");
			const weight = isTold ? 1.6 : 0.2;
			clues.push({ kind: "task", value: task, strength: "prefer", excerpt, at, weight });
		}
		if (variant !== undefined && /^(?:i?q\d|f16|bf16)/i.test(variant)) {
			const value = [variant.toLowerCase()];
			clues.push({ kind: "quantization", value, strength: "prefer", excerpt, at, weight: 4 });
		}
	}
	for (const { at, text: own } of code.strings) {
		const id = own.replaceAll(/^["'`]|["'`]$/g, "");
		if (/^[\w-]+\/[\w.-]+$/.test(id) && isModel(id) && !notOfModels.test(calleeAt(code.code, at))) {
			const excerpt = lineAt(code, at);
			clues.push({ kind: "currentModel", value: id, strength: "prefer", excerpt, at, weight: 2 });
		}
	}
	for (const { at, id } of findServedIds(code, new Set(ids.map(({ id: known }) => known)))) {
		const excerpt = lineAt(code, at);
		clues.push({ kind: "currentModel", value: id, strength: "prefer", excerpt, at, weight: 3 });
	}
	for (const { start, end } of code.expanded) {
		const id = code.code.slice(start, end).replaceAll('"', "");
		const before = code.code.slice(Math.max(0, start - 40), start);
		const isGiven = /(?:\bmodel\w*["']?\s*[:=]|\bfrom_?[pP]retrained\()\s*$/.test(before);
		const isData = /data[\w-]*["']?[ =(:]*["']?$/i.test(before);
		if (isModel(id) ? !isData : isGiven && isOwnedId(id) && !isServiceId(id)) {
			const excerpt = lineAt(code, start);
			clues.push({ kind: "currentModel", value: id, strength: "prefer", excerpt, at: start, weight: 3 });
		}
	}
	const usesModels = clues.some(
		({ kind }) =>
			kind === "task" ||
			kind === "library" ||
			kind === "runtime" ||
			kind === "currentModel" ||
			kind === "format",
	);
	return {
		file,
		code,
		clues: clues
			.filter((clue) => usesModels || !isOnlyBesideModels(clue))
			.map((clue) => (isDefault(code, clue.at) ? { ...clue, strength: "prefer" } : clue)),
		usesModels,
	};
}

/** Models that requests to servers name: `model: "owner/name"`, and what routers put before it. */
function findServedIds(
	{ code }: CodeText,
	known: ReadonlySet<string>,
): readonly { readonly at: number; readonly id: string }[] {
	if (!/\/v1\/(?:chat\/)?(?:completions|embeddings)\b|\bdspy\.LM\b|\blitellm\b|\bcrewai\b/.test(code)) {
		return [];
	}
	return [
		...code.matchAll(
			/(?:\bmodel["']?\s*[:=]\s*|\bLM\(\s*)["'](?:(?:openai|hosted_vllm|vllm|huggingface|together_ai|openrouter|fireworks_ai)\/)?([\w-]+\/[\w.-]+)["']/g,
		),
	].flatMap((match) => {
		const id = match[1] ?? "";
		return isOwnedId(id) && !isServiceId(id) && !known.has(id) && !/^ollama(?:_chat)?\//.test(id)
			? [{ at: placeOf(match), id }]
			: [];
	});
}

function isOnlyBesideModels({ kind, weight }: Clue): boolean {
	return (
		onlyBesideModels.has(kind) ||
		(kind === "embeddingDimension" && weight <= weightBesideModels) ||
		(kind === "target" && weight <= 1)
	);
}

/** Whether a text can hardly be anything but the ID of a model. */
function isModel(id: string): boolean {
	return isOwnedId(id) && isNamedLikeModel(id) && !isServiceId(id);
}

/** Whether a value holds only where a setting says nothing else. */
function isDefault({ expanded }: CodeText, at: number): boolean {
	return expanded.some((each) => each.isDefault && each.start <= at && at < each.end);
}
