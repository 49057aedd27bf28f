import { readFileSync } from "node:fs";
import contexts from "./recordedContexts.json" with { type: "json" };
import { isRecord, type RawRow, readNumber, readText } from "./rowFields.ts";

/**
 * Rows of a data file: one JSON object a line (`.jsonl`), a JSON array of rows, one row, or `{ "models": [...] }`
 * as in a list of trending models. A value that is no object is kept, to be served as the hostile row it is.
 * @throws Error naming the file when it cannot be read or is not JSON.
 */
export function readRows(path: string): readonly unknown[] {
	const text = readDataFile(path);
	if (path.endsWith(".jsonl")) {
		return text
			.split("\n")
			.filter((line) => line.trim() !== "")
			.map((line, index) => parseData(line, `${path}, line ${index + 1}`));
	}
	const data = parseData(text, path);
	if (Array.isArray(data)) {
		return data.map(renameFields);
	}
	if (isRecord(data) && Array.isArray(data["models"])) {
		return data["models"].map(renameFields);
	}
	return [data];
}

/**
 * `config.json` contents by repository id from a file of architecture facts; only what is known is written.
 * @throws Error naming the file when it cannot be read or is no array.
 */
export function readConfigs(path: string): ReadonlyMap<string, RawRow> {
	const data = parseData(readDataFile(path), path);
	if (!Array.isArray(data)) {
		throw new Error(`The configs file ${path} is not a JSON array.`);
	}
	const configs = new Map<string, RawRow>();
	for (const facts of data.filter(isRecord)) {
		const id = readText(facts, "name");
		if (id !== undefined && readNumber(facts, "num_hidden_layers") !== undefined) {
			configs.set(id, factsToConfig(facts));
		}
	}
	return configs;
}

function readDataFile(path: string): string {
	try {
		return readFileSync(path, "utf8");
	} catch (error) {
		throw new Error(`The data file ${path} cannot be read.`, { cause: error });
	}
}

function parseData(text: string, where: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new Error(`${where} is not JSON.`, { cause: error });
	}
}

/** Lists of trending models write two fields in camel case, and a rank and a URL that the API does not have. */
function renameFields(row: unknown): unknown {
	if (!isRecord(row) || !("pipelineTag" in row || "libraryName" in row)) {
		return row;
	}
	const { pipelineTag, libraryName, rank: _rank, url: _url, ...rest } = row;
	return { ...rest, pipeline_tag: pipelineTag, library_name: libraryName };
}

/** A length beyond is told only where it is known what the configuration itself says. */
const longestTrusted = 262_144;
const knownLengths: Readonly<Record<string, Readonly<Record<string, number>>>> = contexts.lengths;

const COPIED_KEYS = [
	"num_hidden_layers",
	"num_attention_heads",
	"num_key_value_heads",
	"head_dim",
	"hidden_size",
	"vocab_size",
	"shared_expert_intermediate_size",
] as const;

function factsToConfig(facts: RawRow): RawRow {
	const isMixture = facts["is_moe"] === true;
	const config: Record<string, unknown> = {};
	const architecture = readText(facts, "architecture");
	if (architecture !== undefined && architecture !== "unknown") {
		config["model_type"] = architecture;
	}
	const renamed: Readonly<Record<string, string>> = {
		...Object.fromEntries(COPIED_KEYS.map((key) => [key, key])),
		moe_intermediate_size: isMixture ? "moe_intermediate_size" : "intermediate_size",
		...(isMixture ? { num_experts: "num_experts", active_experts: "num_experts_per_tok" } : {}),
	};
	for (const [from, to] of Object.entries(renamed)) {
		const value = readNumber(facts, from);
		if (value !== undefined) {
			config[to] = value;
		}
	}
	const contextLength = readContextLength(facts, architecture);
	if (contextLength !== undefined) {
		config["max_position_embeddings"] = contextLength;
	}
	return config;
}

function readContextLength(facts: RawRow, architecture: string | undefined): number | undefined {
	const told = readNumber(facts, "context_length");
	const known = knownLengths[architecture ?? ""]?.[String(told)];
	return known ?? (told !== undefined && told <= longestTrusted ? told : undefined);
}
