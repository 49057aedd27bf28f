import type { WeightFormat } from "../../../model/artifact.ts";
import type { Capability } from "../requirement.ts";
import type { Said } from "../said.ts";
import type { Mention, Sentence } from "./sentence.ts";

const capabilityWords: readonly (readonly [Capability, RegExp])[] = [
	[
		"toolCalling",
		/\b(?:tool|function)[- ]?(?:calls?|calling|use|using)\b|\bcalls? (?:tools|functions|(?:(?:our|an?|the|external) )?(?:\w+ )?apis?)\b|\bmcp\b|\bsupport(?:s|ing)? tools\b|(?<=[+&] ?)tools?\b|\buse tools\b/gi,
	],
	[
		"structuredOutput",
		/\b(?:structured|json|schema)[- ]?(?:extraction|outputs?|responses?|mode|format|schema|answers?|objects?)\b|\b(?:as|to|into|in|valid|structured|clean|strict|pure|proper|only|->|→)\s+(?:\w+\s+)?json\b|\b(?:return|output|produc|emit|extract|spit|answer|respond|repl|giv|get|deliver|generat|need|want)(?:s|es|ing|ies|y|e|ting)?\b[^,;.]{0,25}\bjson\b(?! (?:files?|logs?|documents?|data|dumps?|feeds?|lines))|(?:->|→)\s*json\b|\bjson out\b|\bjson[- ]schemas?\b|\bpydantic\b/gi,
	],
	[
		"reasoning",
		/\breasoning\b|\bthinking (?:model|mode)s?\b|\bchain[- ]of[- ]thought\b|\bstep[- ]by[- ]step\b|\blong thinking\b/gi,
	],
	["fillInTheMiddle", /\b[Ff]ill[- ]in[- ]the[- ]middle\b|\bFIM\b/g],
];
const formatWords: readonly (readonly [WeightFormat, RegExp])[] = [
	["gguf", /\bggufs?\b/gi],
	["onnx", /\bonnx\b(?! ?runtime)/gi],
	["mlx", /\bmlx\b(?!-lm)/gi],
	["openvino", /\bopenvino\b/gi],
	["coreml", /\bcore ?ml\b/gi],
	["tflite", /\btf ?lite\b|\btensorflow lite\b/gi],
];
const runtimeWords: readonly (readonly [string, RegExp])[] = [
	["ollama", /\bollama\b/gi],
	["vllm", /\bvllm\b/gi],
	["llama.cpp", /\bllama[.\- ]?cpp\b|\bllama-server\b/gi],
	["tgi", /\bTGI\b|\btext[- ]generation[- ]inference\b/gi],
	["tei", /\bTEI\b|\btext[- ]embeddings[- ]inference\b/g],
	["sglang", /\bsglang\b/gi],
	["lmstudio", /\blm ?studio\b/gi],
	["mlx-lm", /\bmlx-lm\b/gi],
	["tensorrt-llm", /\b(?:tensorrt|trt)-llm\b/gi],
	["onnxruntime", /\bonnx ?runtime\b/gi],
	["faster-whisper", /\bfaster[- ]whisper\b/gi],
	["whisper.cpp", /\bwhisper\.cpp\b/gi],
];
const libraryWords: readonly (readonly [string, RegExp])[] = [
	["transformers.js", /\btransformers\.?js\b/gi],
	["sentence-transformers", /\bsentence[- ]transformers?\b/gi],
	["transformers", /(?<!sentence[- ])\btransformers\b(?!\.?js)/gi],
	["diffusers", /\bdiffusers\b/gi],
];
const quantizations: readonly (readonly [string, RegExp])[] = [
	["awq", /\bawq\b/gi],
	["gptq", /\bgptq\b/gi],
	["fp8", /\bfp8\b/gi],
	["nf4", /\bnf4\b/gi],
	["4bit", /\b(?:4|four)[- ]?bits?\b|\bint4\b|\bq4\b(?!_)/gi],
	["8bit", /\b(?:8|eight)[- ]?bits?\b|\bint8\b|\bq8\b(?!_)/gi],
	["5bit", /\b5[- ]?bits?\b|\bq5\b(?!_)/gi],
];
const label = /\b(i?q[2-8]_[a-z0-9_]+)\b/gi;
const dtypes: readonly (readonly [string, RegExp])[] = [
	["bfloat16", /\bbf16\b|\bbfloat16\b/gi],
	["float16", /\bfp16\b|\bfloat16\b|\bhalf precision\b/gi],
	["float32", /\bfp32\b|\bfloat32\b|\bfull precision\b/gi],
];
const orBetter = /^\s*(?:or (?:better|higher|more|above|up)|and (?:up|above|higher)|\+)/i;
const evidenceWords =
	/\b(?:independent(?:ly)?|published|public|third[- ]party|proven|good|strong|solid|real)[- ](?:\w+[- ])?(?:evaluat\w+|benchmark\w*|evals?|evidence|leaderboards?)\b|(?<!\b(?:we|i|they|have|has|be|was|were|already|and|been)(?: also)? |['’]ve )\b(?:benchmarked|evaluated)\b|\b(?:with (?:evals|evaluations|benchmarks|benchmark results)|has (?:evals|evaluations|benchmarks))\b/gi;

function byPlace(a: { readonly mention: Mention }, b: { readonly mention: Mention }): number {
	return a.mention.at - b.mention.at;
}

/** "From Ollama to vLLM". */
const left = /\b(?:switch|mov|migrat|chang)\w+ (?:away )?from\s+$/i;

/** What it must be able to do, and by what means it is run, as far as words say. */
export function readMeansWords(sentence: Sentence): readonly Said[] {
	const said: Said[] = [];
	const first = (pattern: RegExp): Mention | undefined => {
		const all = sentence.find(pattern);
		const isOut = all.some(({ isNegated }) => isNegated);
		const found = all.find(
			({ at, isNegated, isTold, isAllowed }) =>
				!isNegated && !isAllowed && !(isTold && isOut) && !left.test(sentence.text.slice(0, at)),
		);
		return found?.isQuestioned === true ? { ...found, strength: "prefer" } : found;
	};
	for (const [value, pattern] of capabilityWords) {
		const mention = first(pattern);
		if (mention !== undefined) {
			said.push({ kind: "capability", value, strength: mention.strength, excerpt: mention.text });
		}
	}
	const formats = formatWords.flatMap(([value, pattern]) => {
		const mention = first(pattern);
		return mention === undefined ? [] : [{ value, mention }];
	});
	formats.sort(byPlace);
	const [format] = formats;
	if (format !== undefined) {
		said.push({
			kind: "format",
			value: formats.map(({ value }) => value),
			strength: format.mention.strength,
			excerpt: formats.map(({ mention }) => mention.text).join(", "),
		});
	}
	const isAny = (kind: "runtime" | "library", words: typeof runtimeWords): void => {
		const all = words.flatMap(([value, pattern]) => {
			const mention = first(pattern);
			return mention === undefined ? [] : [{ value, mention }];
		});
		all.sort(byPlace);
		// What is used now gives way to what shall be.
		const asked = all.filter(({ mention }) => !mention.isTold);
		const found = asked.length > 0 ? asked : all;
		const [one] = found;
		if (one !== undefined) {
			said.push({
				kind,
				value: found.map(({ value }) => value),
				strength: found.some(({ mention }) => mention.strength === "prefer") ? "prefer" : "must",
				excerpt: found.map(({ mention }) => mention.text).join(", "),
			});
		}
	};
	const labels = sentence.find(label).filter(({ isNegated }) => !isNegated);
	const methods = quantizations.flatMap(([value, pattern]) => {
		const mention = first(pattern);
		return mention === undefined ? [] : [{ value, mention }];
	});
	const quantized = [
		...labels.map((mention) => ({ value: mention.text.toLowerCase(), mention })),
		...methods,
	];
	quantized.sort(byPlace);
	const [quantization] = quantized;
	if (quantization !== undefined) {
		said.push({
			kind: "quantization",
			value: [...new Set(quantized.map(({ value }) => value))],
			// "5-bit or better" is met by others, too.
			strength:
				orBetter.test(sentence.text.slice(quantization.mention.end)) ||
				/\b(?:below|under|less than|lower than|worse than|at least|min(?:imum)?)\s+$/i.test(
					sentence.text.slice(0, quantization.mention.at),
				)
					? "prefer"
					: quantization.mention.strength,
			excerpt: quantized.map(({ mention }) => mention.text).join(", "),
		});
	}
	for (const [value, pattern] of dtypes) {
		const mention = first(pattern);
		if (mention !== undefined) {
			said.push({ kind: "dtype", value, strength: "prefer", excerpt: mention.text });
			break;
		}
	}
	isAny("library", libraryWords);
	isAny("runtime", runtimeWords);
	const evidence = first(evidenceWords);
	if (evidence !== undefined) {
		const { strength, text: excerpt } = evidence;
		said.push({ kind: "evidence", value: "task", strength, excerpt });
	}
	return said;
}
