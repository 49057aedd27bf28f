import type { Said } from "../said.ts";
import { type Clue, calleeAt, isParameter, lineAt, placeOf } from "./clue.ts";
import type { CodeText } from "./codeText.ts";

type AmountKind = "contextLength" | "outputTokens" | "batch" | "embeddingDimension";

/** What means a vector's length only where models are used. */
export const weightBesideModels = 3;

interface AmountRule {
	readonly kind: AmountKind;
	readonly strength: Said["strength"];
	readonly pattern: RegExp;
	readonly weight?: number;
	/** Calls in which it counts; absent: everywhere. */
	readonly inCall?: RegExp;
	readonly notInCall?: RegExp;
	/** What must stand near it. */
	readonly beside?: RegExp;
	readonly least: number;
}

const given = `["']?\\)?(?:\\s*,[^()\\n]{0,80}?\\bdefault\\s*=\\s*|\\s*:\\s*[\\w[\\]. |]+=\\s*(?:Field\\(\\s*(?:default\\s*=\\s*)?)?|\\s*[:=]\\s*|\\s*,\\s*|[ \\t]+|\\s*\\n\\s*(?:-[ \\t]+)?(?:value:[ \\t]*)?)["']?(?:\\$\\{\\w+:-)?(?:(?:json\\.dumps|str|int|float|Number|parseInt|String)\\(\\s*["']?)?`;
const number = "(\\d+ *\\* *1024|1 *<< *\\d+|[1-9][\\d_]{0,8})\\b(?![ \\t]*(?!if\\b)[.\\w(])";
/** Names in any spelling: `max_tokens`, `--max-tokens`, `maxTokens`, `LLM_MAX_TOKENS`. */
const named = (names: string): RegExp =>
	new RegExp(
		`(?<![\\w.])(?:--)?(?:(?:LLM|MODEL|VLLM|OLLAMA|CHAT|GENERATION|INFERENCE)_)?(?:${names.replaceAll("_", "[-_]?")})${given}${number}`,
		"gi",
	);
/** Where somebody chooses between numbers, or what was not found gets one. */
const isChosen = /(?:\.get|getattr|\.pop|[sS]lider|number_?[iI]nput|[iI]nt[rR]ange|arange|linspace|randint)$/;
/** `name: int = 8`, where a class or a function says what is usual. */
const isUsual = /^[a-z_]\w*\??\s*:[^=]*=/;

const rules: readonly AmountRule[] = [
	{
		kind: "contextLength",
		strength: "must",
		pattern: named(
			"max_model_len|n_ctx|num_ctx|(?:LLAMA_ARG_)?ctx_size|max_total_tokens|(?:max_)?context_(?:length|len)|context_window(?:_size)?|context_size",
		),
		least: 256,
	},
	{
		kind: "contextLength",
		strength: "must",
		pattern: /(?<![\w-])--max[-_]seq[-_]len[= ](\d{3,7})\b/g,
		least: 256,
	},
	{
		kind: "contextLength",
		strength: "must",
		pattern: named("max_seq_len"),
		inCall: /^$|(?:LLM|Engine\w*|Exllama\w*|ExLlama\w*|Config)$/,
		least: 256,
	},
	{
		kind: "contextLength",
		strength: "must",
		pattern:
			/(?:llama-server|llama-cli|llama_cpp\.server|\.gguf\b|(?<=\s)-hf\s)[^\n]*["'\s]-c["']?[\s,]+["']?(\d{3,7})\b/g,
		least: 256,
	},
	{
		kind: "contextLength",
		strength: "prefer",
		pattern: named("sequence_len|max_seq_length|max_seq_len|model_max_length|max_input_(?:length|tokens)"),
		weight: 2,
		least: 32,
	},
	{
		kind: "contextLength",
		strength: "must",
		pattern: /\b(?:config|cfg)\.max_seq_len\s*=\s*(\d{3,7})\b|\.numCtx\(\s*(\d{3,7})\s*\)/g,
		least: 256,
	},
	{
		kind: "outputTokens",
		strength: "prefer",
		pattern: /\.(?:numPredict|maxTokens|maxOutputTokens)\(\s*(\d{1,6})\s*\)/g,
		least: 4,
	},
	{
		kind: "contextLength",
		strength: "prefer",
		pattern: named("max_length"),
		weight: 1,
		inCall: /\bpipeline$/,
		beside: /\btruncation\s*[=:]\s*[Tt]rue\b/,
		least: 32,
	},
	{
		kind: "contextLength",
		strength: "prefer",
		pattern: /\w\.max_seq_length\s*=\s*(\d{2,6})\b/g,
		weight: 2,
		least: 32,
	},
	{
		kind: "contextLength",
		strength: "prefer",
		pattern: named("max_length"),
		weight: 1,
		inCall:
			/(?:SFTConfig|tok(?:enizer)?|encode|CrossEncoder|processor|feature_extractor|encode_plus|batch_encode_plus|FlagReranker|compute_score|Truncat\w+)$/i,
		least: 32,
	},
	{
		kind: "outputTokens",
		strength: "prefer",
		pattern: named(
			"max_(?:new_|completion_|output_|gen_)?tokens|max_(?:completion_length|gen_len)|num_predict|n_predict|max_tokens_to_sample",
		),
		notInCall: /(?:EngineArgs|Splitter|TokenTextSplitter)$/,
		least: 4,
	},
	{
		kind: "outputTokens",
		strength: "prefer",
		pattern: named("max_length"),
		weight: 1,
		inCall: /(?:generate|summarizer|generator|pipe|translator|text_generation|summarization)$/i,
		least: 4,
	},
	{
		kind: "batch",
		strength: "prefer",
		pattern: named(
			"(?:max_|max_client_|eval_|per_device_eval_)?batch_size|max_num_seqs|(?:LLAMA_ARG_)?n_parallel|(?:num_)?parallel|max_concurrent_requests|max_running_requests",
		),
		notInCall: /(?:DataLoader|fit|from_generator|Dataset|batch)$/,
		least: 2,
	},
	{
		kind: "batch",
		strength: "prefer",
		pattern: /(?:llama-server|llama_cpp\.server|server)[^\n]*["'\s]-np["']?[\s,]+["']?(\d{1,3})\b/g,
		least: 2,
	},
	{
		kind: "outputTokens",
		strength: "prefer",
		pattern: /(?:llama-cli|-hf\s)[^\n]*\s-n[\s=](\d{1,5})\b/g,
		least: 4,
	},
	{
		kind: "batch",
		strength: "prefer",
		pattern: named("sequences"),
		inCall: /createContext$/,
		least: 2,
	},
	{
		kind: "embeddingDimension",
		strength: "must",
		pattern: new RegExp(
			`(?:VectorParams\\(\\s*(?:size\\s*=\\s*)?|\\bvectors?\\s*[:=]\\s*\\{\\s*["']?size["']?\\s*:\\s*|(?<!\\bdef )\\b[Vv]ector\\(\\s*(?:["']\\w+["']\\s*,\\s*\\{\\s*dimensions\\s*:\\s*)?|\\bVectorField\\([^()]*?\\bdimensions\\s*=\\s*|\\bnumDimensions["']?\\s*:\\s*|\\bVECTOR\\(\\s*|\\bFLOAT_VECTOR\\s*,\\s*dim\\s*=\\s*|\\bFloatVector\\s*,\\s*dim\\s*:\\s*|\\bhalfvec\\(\\s*)${number}`,
			"g",
		),
		least: 16,
	},
	{
		kind: "embeddingDimension",
		strength: "must",
		weight: weightBesideModels,
		pattern: new RegExp(
			`(?:\\bIndex(?:Flat(?:L2|IP)?|HNSWFlat|LSH)\\(\\s*|["']?\\bDIM["']?\\s*[,:]\\s*|(?:\\bvector_size|vector_dimensions?|embedding_dim(?:ension)?s?|embed_dim|EMBED(?:DING)?_(?:DIM|SIZE)(?:ENSIONS?)?|VECTOR_(?:DIM|SIZE)(?:ENSIONS?)?|embeddingDimensions?|vectorSize|numDimensions)["']?(?:\\s*:\\s*\\w+)?\\s*[:=]\\s*)${number}`,
			"g",
		),
		least: 16,
	},
	{
		kind: "embeddingDimension",
		strength: "must",
		pattern: new RegExp(`\\b(?:dim|dims|dimensions?|DIM|ndim)["']?\\s*[:=]\\s*["']?${number}`, "g"),
		weight: 2,
		inCall:
			/(?:FieldSchema|add_field|create_index|createIndex|createCollection|create_collection|AnnoyIndex|HnswIndex|Index|VectorField|DenseVector|FAISS|MilvusVectorStore|PGVectorStore\.from_params|Field|vector_field|knn_vector|fixed_size_list|list_)$/,
		least: 16,
	},
	{
		kind: "embeddingDimension",
		strength: "must",
		pattern:
			/["']?type["']?\s*:\s*["'](?:dense_vector|knn_vector|vector)["'][^}]{0,80}?["']?(?:dims|dimension)["']?\s*:\s*(\d{2,5})/g,
		least: 16,
	},
];

/** Lengths, batches and the size of vectors, as calls, settings and options have them. */
export function readAmounts(text: CodeText): readonly Clue[] {
	const clues: Clue[] = [];
	for (const { kind, strength: said, pattern, weight = 4, inCall, notInCall, beside, least } of rules) {
		for (const match of text.code.matchAll(pattern)) {
			const callee = calleeAt(text.code, match.index);
			const around = text.code.slice(Math.max(0, match.index - 300), match.index + 300);
			if (
				isChosen.test(callee) ||
				inCall?.test(callee) === false ||
				notInCall?.test(callee) === true ||
				beside?.test(around) === false
			) {
				continue;
			}
			const at = placeOf(match);
			const value = toNumber(match[1] ?? match[2] ?? "");
			// What layers of one's own have is no store's.
			if (
				kind === "embeddingDimension" &&
				weight === weightBesideModels &&
				/\bnn\.Module\b/.test(text.code)
			) {
				continue;
			}
			if (value !== undefined && value >= least && value <= 1e8) {
				const isDefault =
					(kind === "contextLength" || kind === "embeddingDimension") &&
					(isParameter(text.code, match.index) ||
						isUsual.test(match[0]) ||
						/^[ \t]+if\b/.test(text.code.slice(match.index + match[0].length)) ||
						/\bdefault\s*=|\$\{\w+:-/.test(match[0]));
				const strength = isDefault ? "prefer" : said;
				const excerpt = lineAt(text, at);
				clues.push({ kind, value, strength, excerpt, at, weight });
				// A store of vectors asks for something that makes them.
				if (kind === "embeddingDimension" && weight > weightBesideModels) {
					const task = "feature-extraction";
					clues.push({ kind: "task", value: task, strength: "prefer", excerpt, at, weight: 0.3 });
				}
			}
		}
	}
	return clues;
}

function toNumber(word: string): number | undefined {
	const times = /^(\d+) *\* *1024$/.exec(word);
	const shifted = /^1 *<< *(\d+)$/.exec(word);
	const value =
		times !== null
			? Number(times[1]) * 1024
			: shifted !== null
				? 2 ** Number(shifted[1])
				: Number(word.replaceAll("_", ""));
	return Number.isFinite(value) ? value : undefined;
}
