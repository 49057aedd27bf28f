import type { HubModel } from "./hubModel.ts";
import { isRecord, readRecords, readText } from "./rowFields.ts";

export type FilterResult =
	| { readonly ok: true; readonly matches: (model: HubModel) => boolean }
	| { readonly ok: false; readonly message: string };

type Test = (model: HubModel) => boolean;

/**
 * The filters of a listing. `library`, `license`, `language` and `tags` are ignored without a word, as the Hub does:
 * what they mean is asked for with `filter`.
 */
export function readFilters(query: URLSearchParams): FilterResult {
	const tests: Test[] = [(model) => !model.isPrivate];
	for (const search of query.getAll("search")) {
		const wanted = search.toLowerCase();
		tests.push((model) => model.id.toLowerCase().includes(wanted));
	}
	const author = query.get("author");
	if (author !== null) {
		tests.push((model) => model.author === author);
	}
	for (const tag of query.getAll("filter")) {
		tests.push((model) => model.filterTags.has(tag));
	}
	const task = query.get("pipeline_tag");
	if (task !== null) {
		tests.push((model) => model.row["pipeline_tag"] === task);
	}
	const apps = readList(query, "apps");
	if (apps.length > 0) {
		tests.push((model) => apps.some((app) => canRunInApp(model, app)));
	}
	const providers = readList(query, "inference_provider");
	if (providers.length > 0) {
		tests.push((model) => isServedBy(model, providers));
	}
	const inference = query.get("inference");
	if (inference !== null) {
		tests.push((model) => model.row["inference"] === inference);
	}
	const gated = query.get("gated");
	if (gated !== null) {
		tests.push((model) => (model.gated !== false) === (gated === "true"));
	}
	const size = query.get("num_parameters");
	if (size !== null) {
		const range = readParameterRange(size);
		if (range === undefined) {
			return { ok: false, message: `Invalid num_parameters parameter: ${size}` };
		}
		tests.push(({ numParameters: count }) => count !== undefined && count >= range.min && count <= range.max);
	}
	return { ok: true, matches: (model) => tests.every((test) => test(model)) };
}

function readList(query: URLSearchParams, key: string): readonly string[] {
	return query
		.getAll(key)
		.flatMap((value) => value.split(","))
		.filter((value) => value !== "");
}

const UNIT_FACTORS: Readonly<Record<string, number>> = { "": 1, K: 1e3, M: 1e6, B: 1e9, T: 1e12 };

/** `min:6B,max:128B`, either end alone too; `undefined` when it is of another form. */
function readParameterRange(text: string): { readonly min: number; readonly max: number } | undefined {
	let min = 0;
	let max = Number.POSITIVE_INFINITY;
	for (const part of text.split(",")) {
		const match = /^(min|max):(\d+(?:\.\d+)?)([KMBT]?)$/i.exec(part);
		const factor = UNIT_FACTORS[match?.[3]?.toUpperCase() ?? ""];
		if (match === null || factor === undefined) {
			return undefined;
		}
		const count = Number(match[2]) * factor;
		if (match[1]?.toLowerCase() === "min") {
			min = count;
		} else {
			max = count;
		}
	}
	return { min, max };
}

function isServedBy(model: HubModel, providers: readonly string[]): boolean {
	const live = readRecords(model.row, "inferenceProviderMapping").filter(
		(entry) => entry["status"] === "live",
	);
	return live.some(
		(entry) => providers.includes("all") || providers.includes(readText(entry, "provider") ?? ""),
	);
}

const SERVER_APPS = ["vllm", "sglang", "tgi"];
const IMAGE_APPS = ["drawthings", "diffusionbee", "joyfusion"];

/** The facet of local apps: servers take text generation in safetensors, most others take GGUF. */
function canRunInApp(model: HubModel, app: string): boolean {
	const tags = model.filterTags;
	const task = model.row["pipeline_tag"];
	if (SERVER_APPS.includes(app)) {
		const isText = task === "text-generation" || task === "image-text-to-text";
		return isText && tags.has("transformers") && tags.has("safetensors");
	}
	if (IMAGE_APPS.includes(app)) {
		return task === "text-to-image" && tags.has("diffusers");
	}
	if (app === "mlx-lm") {
		return tags.has("mlx");
	}
	return tags.has("gguf") && (app !== "llama.cpp" || hasContextLength(model));
}

function hasContextLength(model: HubModel): boolean {
	const gguf = model.row["gguf"];
	return gguf === undefined || (isRecord(gguf) && gguf["context_length"] !== undefined);
}
