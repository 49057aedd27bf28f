import * as v from "valibot";
import type { TextFacts } from "../model/textFacts.ts";
import type { HubCallOptions } from "./hubClientOptions.ts";
import type { HubTransport } from "./hubTransport.ts";
import { isRecord } from "./wire/wireRow.ts";

const mostBytes = 8 * 1024 * 1024;

/**
 * How a model wants its text, from the configuration that the Hub keeps of its tokenizer: one request, which gated models
 * answer too. A template in a file of its own is not in it, and then unknown.
 */
export async function readTextFacts(
	transport: HubTransport,
	repoId: string,
	options: HubCallOptions,
): Promise<TextFacts> {
	const url = `${transport.endpoint.baseUrl}/api/models/${repoId}?expand=config&expand=gguf`;
	const { json } = await transport.get({ url, maxBytes: mostBytes }, options);
	const row = isRecord(json) ? json : {};
	const config = isRecord(row["config"]) ? row["config"] : {};
	const tokenizer = isRecord(config["tokenizer_config"]) ? config["tokenizer_config"] : {};
	const gguf = isRecord(row["gguf"]) ? row["gguf"] : {};
	const chatTemplate =
		readText(tokenizer["chat_template"]) ??
		readText(config["chat_template_jinja"]) ??
		readText(gguf["chat_template"]);
	const specialTokens = new Map<string, string>();
	for (const name of ["bos_token", "eos_token", "pad_token", "unk_token", "mask_token"]) {
		const token = readToken(tokenizer[name]) ?? readToken(gguf[name]);
		if (token !== undefined) {
			specialTokens.set(name, token);
		}
	}
	return { specialTokens, ...(chatTemplate === undefined ? {} : { chatTemplate }) };
}

/** A token is a text, or an object that holds one. */
function readToken(value: unknown): string | undefined {
	return readText(isRecord(value) ? value["content"] : value);
}

function readText(value: unknown): string | undefined {
	return typeof value === "string" && value !== "" ? value : undefined;
}

const poolingSchema = v.object({
	word_embedding_dimension: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
});

/** Size of an embedding model's embeddings, as its pooling layer tells it; `undefined` when it tells nothing. */
export async function readEmbeddingDimension(
	transport: HubTransport,
	repoId: string,
	options: HubCallOptions,
): Promise<number | undefined> {
	const url = `${transport.endpoint.baseUrl}/${repoId}/resolve/main/1_Pooling/config.json`;
	const { json } = await transport.get({ url, maxBytes: mostBytes, isFile: true }, options);
	const result = v.safeParse(poolingSchema, json);
	return result.success ? result.output.word_embedding_dimension : undefined;
}
