import { findLanguages, isLanguageCode } from "../../naturalLanguages.ts";
import { makeSearchable } from "../../wordMatch.ts";
import type { Capability } from "../requirement.ts";
import type { Said } from "../said.ts";
import { type Clue, calleeAt, isParameter, lineAt, placeOf } from "./clue.ts";
import type { CodeText } from "./codeText.ts";
import threeLetters from "./threeLetterCodes.json" with { type: "json" };

const capabilities: readonly (readonly [Capability, Said["strength"], RegExp, RegExp?])[] = [
	[
		"toolCalling",
		"must",
		/\btools\s*[=:]\s*(?=[\w[{(])|\btools(?=\s*[,}])(?<=[{,]\s*tools)/g,
		/(?:create|chat|completions?|chat_?[cC]ompletion(?:Stream)?|parse|stream|(?:generate|stream)(?:Text|Object)|[aA]gent\w*|invoke|apply_chat_template|StateGraph|ToolNode)$/,
	],
	[
		"toolCalling",
		"must",
		/\.bind_?[tT]ools\s*\(|--enable-auto-tool-choice\b|\benable[-_]?[aA]uto[-_]?[tT]ool[-_]?[cC]hoice["']?\s*[=:]\s*[Tt]rue\b|--tool-call-parser\b|\btool[-_]?[cC]all[-_]?[pP]arser["']?\s*[=:]\s*["']?\w|\bToolCallingAgent\s*\(|\bcreate_(?:react|tool_calling|openai_tools)_agent\s*\(/g,
	],
	[
		"structuredOutput",
		"prefer",
		/\bresponse_format\s*[=:]|\bresponse_model\s*=|\bguided_(?:json|choice|regex|grammar)\b|\bGuidedDecodingParams\b|\bStructuredOutputsParams\b|\bwith_structured_output\s*\(|\bwithStructuredOutput\s*\(|^\s*(?:import|from) (?:instructor|outlines|lmformatenforcer)\b|\b(?:generate|stream)Object\s*\(|\bformat\s*[=:]\s*(?:["']json["']|zodToJsonSchema\b|\w+\.model_json_schema\b|\w+\.toJSONSchema\b)|\bjson_schema\b|\boutput\s*:\s*\{\s*schema\b/gm,
	],
	[
		"reasoning",
		"prefer",
		/--reasoning-parser\b|\breasoning[-_]?[pP]arser\b|\benable_thinking["']?\s*[=:]\s*[Tt]rue|\breasoning_effort\b/g,
	],
	[
		"fillInTheMiddle",
		"prefer",
		/<[|｜]?fim[_▁]?(?:prefix|begin|suffix)[|｜]?>|<PRE>|\bfill_in_the_middle\b/g,
	],
];

const quantizations: readonly (readonly [RegExp, (caught: string) => string | undefined])[] = [
	[/\bload_in_4bit["']?\s*[=:]\s*[Tt]rue/g, () => "4bit"],
	[/\bload_in_8bit["']?\s*[=:]\s*[Tt]rue/g, () => "8bit"],
	[
		/(?:--)?\bquanti[sz](?:ation|e)["']?(?:\s*[=:,]\s*|\s*\n\s*value:\s*|\s+)(?:-\s+)?["']?(awq|gptq|fp8|bitsandbytes-nf4|bitsandbytes|marlin|gptq_marlin|awq_marlin|eetq|exl2|int8|compressed-tensors|hqq)\b/gi,
		(method) =>
			method
				.toLowerCase()
				.replace(/_marlin$/, "")
				.replace("bitsandbytes-nf4", "nf4"),
	],
	[
		/\bAuto(GPTQ|AWQ)ForCausalLM\b(?=\.)|\b(GPTQ)Model\.(?:load|from)/g,
		(method) => (method === "" ? "gptq" : method.toLowerCase()),
	],
	[/[-._:/*](i?q[2-8](?:_[a-z0-9]+)+)(?=\.gguf|["'\s\\,}]|$)/gim, (label) => label.toLowerCase()],
	[/\bfromPretrained|\bdtype:\s*["'](q4f16|q4|bnb4)["']/g, (short) => (short === "" ? undefined : "4bit")],
];

const types: Readonly<Record<string, string>> = {
	bfloat16: "bfloat16",
	bf16: "bfloat16",
	float16: "float16",
	fp16: "float16",
	half: "float16",
	float32: "float32",
	fp32: "float32",
	float: "float32",
	int8: "int8",
	q8: "int8",
	int8_float16: "int8",
	int8_float32: "int8",
	int8_bfloat16: "int8",
	fp8: "fp8",
	q4: "int4",
	q4f16: "int4",
};
const typeWord =
	"(bfloat16|bf16|float16|fp16|half|float32|fp32|int8_float16|int8_float32|int8_bfloat16|int8|q8|fp8|q4f16|q4)";
const dtypes: readonly (readonly [RegExp, RegExp?])[] = [
	[
		new RegExp(
			`\\b(?:torch_dtype|bnb_4bit_compute_dtype|compute_dtype|dtype|torchDtype)["']?\\s*[=:]\\s*(?:torch|mx|jnp)\\.${typeWord}\\b`,
			"g",
		),
	],
	[
		new RegExp(
			`\\b(?:torch_dtype|compute_type|bnb_4bit_compute_dtype)["']?\\s*[=:]\\s*(?:getattr\\(torch,\\s*)?["']${typeWord}["']`,
			"g",
		),
	],
	[
		new RegExp(`\\bdtype\\s*[=:]\\s*["']${typeWord}["']`, "g"),
		/(?:LLM|EngineArgs|Engine|pipeline|from_?[pP]retrained|HuggingFaceEmbedding|SentenceTransformer|VLLM)$/,
	],
	[new RegExp(`\\b[A-Z_]*COMPUTE_TYPE["']?\\s*[=:]\\s*["']?${typeWord}\\b`, "g")],
	[new RegExp(`--(?:dtype|mixed_precision)["']?[\\s=,-]+["']?${typeWord}\\b`, "g")],
	[new RegExp(`^\\s*["']?(?:torch_|model_)?d_?type["']?\\s*[:=]\\s*["']?${typeWord}["']?,?\\s*$`, "gim")],
	[new RegExp(`\\bmixed_precision["']?\\s*[=:]\\s*["']?${typeWord}\\b|,dtype=${typeWord}\\b`, "g")],
	[/\b(?:use_fp16|fp16)["']?\s*[=:]\s*([Tt]rue)\b/g],
	[/\bbf16["']?\s*[=:]\s*([Tt]rue)\b/g],
];

const spoken =
	/(?:(?<![\w.])["']?|(?<=\w\.)(?=(?:src|tgt)_lang))(?:language|lang|src_lang|tgt_lang|target_lang|source_lang|source_language|target_language|srcLang|tgtLang|language_code|langCode)["']?(\s*:\s*[\w[\]. |]+)?\s*[=:]\s*["']([A-Za-z]{2,12})(?:[-_][A-Za-z]+)?["']|--language["']?[\s=,-]+["']?([A-Za-z]{2,12})\b|\b(?:[A-Z]+_+)*LANGUAGE["']?\s*[=:]\s*["']?([a-z]{2,3})\b(?![-_.\w])|^\s*(?:\w+_)?lang(?:uage)?:[ \t]+([a-z]{2})[ \t]*$|\b(?:whisper-cli|whisper-cpp|whisper\.cpp|whisper-server|whisper-stream)\b[^\n]*["'\s]-l["']?[\s,]+["']?([a-z]{2})\b/gm;
/** The language that a translator is made to begin with. */
const forced =
	/\bforced_bos_token_id\s*=[^\n]{0,60}?(?:convert_tokens_to_ids|get_lang_id)\(\s*["']([a-z]{2,3})(?:_\w+)?["']|\bforced_bos_token_id\s*=[^\n]{0,60}?lang_code_to_id\[\s*["']([a-z]{2,3})(?:_\w+)?["']/g;
/** Where such a setting is of the page or of a program, not of what is said. */
const notSpoken =
	/(?:Splitter\w*|from_language|html|Html|i18n|init|highlight\w*|CodeBlock|Analyzer|Parser|get|load_dataset)$/;

/** What a model must be able to do, in which formats and types it comes, what it may not run, as the code says. */
export function readMeans(text: CodeText): readonly Clue[] {
	const { code } = text;
	const clues: Clue[] = [];
	const push = (said: Said, at: number, weight = 4) => clues.push({ ...said, at, weight });
	for (const [value, strength, pattern, inCall] of capabilities) {
		for (const match of code.matchAll(pattern)) {
			if (inCall === undefined || inCall.test(calleeAt(code, match.index))) {
				const at = match.index + (match[0].length - match[0].trimStart().length);
				const excerpt = lineAt(text, at);
				push({ kind: "capability", value, strength, excerpt }, at);
				if (value === "fillInTheMiddle") {
					push({ kind: "purpose", value: "code", strength: "prefer", excerpt }, at, 2);
					push({ kind: "task", value: "text-generation", strength: "prefer", excerpt }, at, 0.5);
				}
			}
		}
	}
	for (const match of code.matchAll(
		/["'\s=/]([\w./*-]+\.(gguf))\b|\bInferenceSession(?:\.create)?\s*\(|["']([\w./-]+\.(onnx))["']/g,
	)) {
		const at = match[2] === undefined && match[4] === undefined ? match.index : match.index + 1;
		const value = match[2] === undefined ? "onnx" : "gguf";
		if (!isWritten(code, at) && (value === "gguf" || loadsOnnx.test(code))) {
			push({ kind: "format", value: [value], strength: "must", excerpt: lineAt(text, at) }, at);
		}
	}
	for (const match of code.matchAll(
		/\bORTModel\w*\.from_pretrained|\bexport_format\s*=\s*["']onnx["']|\bbackend\s*=\s*["']onnx["']/g,
	)) {
		push(
			{ kind: "format", value: ["onnx"], strength: "prefer", excerpt: lineAt(text, match.index) },
			match.index,
		);
	}
	for (const [pattern, read] of quantizations) {
		for (const match of code.matchAll(pattern)) {
			const value = read(match[1] ?? "");
			if (value !== undefined) {
				const at = placeOf(match);
				push({ kind: "quantization", value: [value], strength: "prefer", excerpt: lineAt(text, at) }, at);
			}
		}
	}
	for (const [pattern, inCall] of dtypes) {
		for (const match of code.matchAll(pattern)) {
			const word = match[1] ?? match[2] ?? "";
			const value = /true/i.test(word) ? (/bf16/.test(match[0]) ? "bfloat16" : "float16") : types[word];
			const at = placeOf(match);
			if (value !== undefined && inCall?.test(calleeAt(code, match.index)) !== false) {
				push(
					{ kind: "dtype", value, strength: "prefer", excerpt: lineAt(text, at) },
					at,
					/bnb|compute_dtype/.test(match[0]) ? 2 : 4,
				);
			}
		}
	}
	for (const match of code.matchAll(/\bdtype:\s*["'](q8|q4|q4f16|fp16|fp32|int8)["']/g)) {
		const value = types[match[1] ?? ""];
		if (value !== undefined) {
			push({ kind: "dtype", value, strength: "prefer", excerpt: lineAt(text, match.index) }, match.index);
		}
	}
	for (const match of code.matchAll(/\bquantized:\s*true\b/g)) {
		if (/\bpipeline$|[fF]rom_?[pP]retrained$/.test(calleeAt(code, match.index))) {
			push(
				{ kind: "dtype", value: "int8", strength: "prefer", excerpt: lineAt(text, match.index) },
				match.index,
			);
		}
	}
	for (const match of code.matchAll(/\buse_safetensors\s*=\s*True\b/g)) {
		push(
			{ kind: "safety", value: "safetensors", strength: "must", excerpt: lineAt(text, match.index) },
			match.index,
		);
	}
	for (const match of code.matchAll(/\btrust_remote_code["']?\s*[=:]\s*[Ff]alse\b/g)) {
		push(
			{ kind: "safety", value: "noCustomCode", strength: "must", excerpt: lineAt(text, match.index) },
			match.index,
		);
	}
	return [...clues, ...readSpoken(text)];
}

/** Files for ONNX are as often made as loaded. */
const loadsOnnx = /\bInferenceSession\b|onnx_?runtime|\bPiperVoice\b|\bsherpa/i;

/** Whether a file at a place is made there or left out, not loaded. */
function isWritten(code: string, at: number): boolean {
	return (
		/(?:export|save\w*|convert\w*|write\w*|r?glob|ends_?[wW]ith|simplify)$/.test(calleeAt(code, at)) ||
		/\b(?:ignore|exclude|skip)\w*["']?\s*[=:]\s*[[(]?[^\])]{0,200}$/i.test(
			code.slice(Math.max(0, at - 240), at),
		)
	);
}

function readSpoken(text: CodeText): readonly Clue[] {
	const clues: Clue[] = [];
	for (const match of text.code.matchAll(spoken)) {
		const value = toLanguageCode(match.slice(2).find((each: string | undefined) => each !== undefined) ?? "");
		// What is only so if nothing else is said.
		const isDefault = match[1] !== undefined || isParameter(text.code, match.index);
		const strength = isDefault ? "prefer" : "must";
		const isTag = /<\w[^<>]*$/.test(text.code.slice(Math.max(0, match.index - 80), match.index));
		if (value !== undefined && !isTag && !notSpoken.test(calleeAt(text.code, match.index))) {
			clues.push({
				kind: "language",
				value,
				strength,
				excerpt: lineAt(text, match.index),
				at: placeOf(match),
				weight: 4,
			});
		}
	}
	for (const match of text.code.matchAll(
		/\bpipeline\(\s*(?:task\s*=\s*)?["']translation_([a-z]{2})_to_([a-z]{2})["']/g,
	)) {
		for (const value of match.slice(1).flatMap((code) => toLanguageCode(code) ?? [])) {
			const excerpt = lineAt(text, match.index);
			clues.push({ kind: "language", value, strength: "must", excerpt, at: match.index, weight: 4 });
		}
	}
	for (const match of text.code.matchAll(forced)) {
		const value = toLanguageCode(match[1] ?? match[2] ?? "");
		if (value !== undefined) {
			const excerpt = lineAt(text, match.index);
			clues.push({ kind: "language", value, strength: "must", excerpt, at: match.index, weight: 4 });
		}
	}
	return clues;
}

const byThreeLetters: Readonly<Record<string, string>> = threeLetters.codes;

/** A natural language by its code of two or three letters or by its name, as models are told it. */
export function toLanguageCode(word: string): string | undefined {
	const lower = word.toLowerCase();
	if (lower.length === 2) {
		return isLanguageCode(lower) ? lower : undefined;
	}
	return lower.length === 3 ? byThreeLetters[lower] : findLanguages(makeSearchable(word))[0]?.code;
}
