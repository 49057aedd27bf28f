import { findWords, makeSearchable } from "./wordMatch.ts";
import { findPreset, findPresetOfTask, type WorkloadPreset, workloadPresets } from "./workloads.ts";

/** A line of code that tells something. */
export interface CodeClue {
	/** The code that tells it. */
	readonly text: string;
	/** 1-based. */
	readonly line: number;
	readonly preset?: WorkloadPreset;
	readonly contextTokens?: number;
	/** A natural language by code or name, as it stands in the code. */
	readonly language?: string;
	/** How much it tells: a call that names a task more than a word, a word more than a generic class. */
	readonly weight: number;
}

const strong = 4;
const wordy = 2;
const weak = 1;

/** Imports and calls that say what a model is for. Of one line the first rule that fits speaks. */
const presetRules: readonly (readonly [string, RegExp, number])[] = [
	["rerank", /\bCrossEncoder\b|\brerank(?:er)?\(|FlagReranker/, strong],
	[
		"embed",
		/sentence[_-]transformers\b|\bSentenceTransformer\(|HuggingFace\w*Embeddings?\b|\bfeature_?[eE]xtraction\(|\bembeddings\.create\(|\bfastembed\b|\bembed_(?:documents|query)\b|FlagModel\b/,
		strong,
	],
	["embed", /\b(?:faiss|chromadb|qdrant[_-]client|pgvector|pymilvus|lancedb|weaviate|pinecone)\b/, wordy],
	[
		"transcribe",
		/\bAutoModelFor(?:SpeechSeq2Seq|CTC)\b|\bWhisper\w*\b|\b(?:faster_whisper|whisper)\b|\bautomatic_?[sS]peech_?[rR]ecognition\(|\/audio\/transcriptions|audio\.transcriptions/,
		strong,
	],
	[
		"speak",
		/\bAutoModelForTextToWaveform\b|\btext_?[tT]o_?[sS]peech\(|\bSpeechT5\w*|\bfrom (?:TTS|kokoro|bark|chatterbox)\b|audio\.speech\.create/,
		strong,
	],
	[
		"drawImage",
		/\bfrom diffusers\b|\bimport diffusers\b|\bStableDiffusion\w*|\bFlux\w*Pipeline\b|\btext_?[tT]o_?[iI]mage\(|\bimages\.generate\(/,
		strong,
	],
	[
		"readDocument",
		/\b(?:pytesseract|easyocr|paddleocr|PaddleOCR|docling|doctr)\b|\bTrOCR\w*|\bDonut\w*|\bdocument_?[qQ]uestion_?[aA]nswering\(/,
		strong,
	],
	[
		"seeImage",
		/\bAutoModelFor(?:ImageTextToText|Vision2Seq|MultimodalLM)\b|\bLlava\w*For|["']image_url["']|\bvisual_?[qQ]uestion_?[aA]nswering\(|\bimage_?[tT]o_?[tT]ext\(/,
		strong,
	],
	["translate", /\bMarian(?:MT)?\w*|\bnllb\b|\btranslation\(|\bM2M100\w*/i, strong],
	[
		"classify",
		/\bAutoModelForSequenceClassification\b|\b(?:zero_?[sS]hot|text)_?[cC]lassification\(|\bSetFit\w*/,
		strong,
	],
	[
		"chat",
		/\bAutoModelForCausalLM\b|\bfrom vllm\b|\bvllm serve\b|\bLLM\(|\bllama_cpp\b|\bollama\b|\bchat\.completions\b|\bchat_?[cC]ompletion(?:Stream)?\(|\btext_?[gG]eneration(?:Stream)?\(|\bChatHuggingFace\b|\bHuggingFacePipeline\b|\bHuggingFaceEndpoint\b/,
		weak,
	],
];

const pipelineTask = /\bpipeline(?:<[^>]*>)?\(\s*(?:task\s*=\s*)?["'`]([a-z0-9-]+)["'`]/;

const contextRule =
	/(?:\bmax[_-]model[_-]len|\bn_ctx|\bnum_ctx|--ctx-size|\bcontext_(?:length|window|size)|\bmax_seq_len(?:gth)?|\bmaxContext\w*)["']?\s*[=: ]\s*(\d[\d_]{2,9})\b/;

const languageRule =
	/\b(?:language|lang|src_lang|tgt_lang|target_lang|source_lang|locale)["']?\s*[=:]\s*["']([A-Za-z]{2,12})(?:[-_][A-Za-z]+)?["']/;

/** Longer files are read up to here, and longer lines up to there: what they are about is said before. */
const mostLines = 5_000;
const longestLine = 1_000;
const longestText = 80;

/** What the lines of a piece of code tell, in order. */
export function readCode(code: string): readonly CodeClue[] {
	const clues: CodeClue[] = [];
	code
		.split(/\r?\n/, mostLines)
		.map((each) => each.slice(0, longestLine))
		.forEach((text, index) => {
			const line = index + 1;
			const preset = readPresetClue(text);
			if (preset !== undefined) {
				clues.push({ ...preset, line });
			}
			const context = contextRule.exec(text);
			if (context?.[1] !== undefined) {
				const contextTokens = Number(context[1].replaceAll("_", ""));
				clues.push({ text: shorten(context[0]), line, contextTokens, weight: strong });
			}
			const language = languageRule.exec(text);
			if (language?.[1] !== undefined) {
				clues.push({ text: shorten(language[0]), line, language: language[1], weight: strong });
			}
		});
	return clues;
}

function readPresetClue(line: string): Omit<CodeClue, "line"> | undefined {
	const task = pipelineTask.exec(line);
	const ofTask = task?.[1] === undefined ? undefined : findPresetOfTask(task[1]);
	if (task !== null && ofTask !== undefined) {
		const isGeneric = ofTask.id === "chat";
		return { text: shorten(task[0]), preset: ofTask, weight: isGeneric ? weak : strong };
	}
	for (const [id, pattern, weight] of presetRules) {
		const match = pattern.exec(line);
		const preset = match === null ? undefined : findPreset(id);
		if (match !== null && preset !== undefined) {
			return { text: shorten(match[0]), preset, weight };
		}
	}
	const words = makeSearchable(line.replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2"));
	for (const preset of workloadPresets) {
		for (const phrase of preset.codeWords) {
			const found = findWords(words, phrase);
			if (found !== undefined) {
				return { text: shorten(found.text), preset, weight: wordy };
			}
		}
	}
	return undefined;
}

function shorten(text: string): string {
	return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}
