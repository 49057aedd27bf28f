import * as vscode from "vscode";
import type { RequirementSheet } from "../../core/pick/sheet/requirement.ts";
import { requirementKinds } from "../../core/pick/sheet/requirement.ts";
import { parseSheet } from "../../core/pick/sheet/sheetSchema.ts";
import { sortSheet } from "../../core/pick/sheet/sortSheet.ts";
import { isFunction, readMember } from "../tools/languageModelApi.ts";

/** A language model that the editor offers, as far as it is used here. */
export interface ChatModel {
	readonly name: string;
	readonly ask: (text: string, token: vscode.CancellationToken) => Promise<string>;
}

const longestReply = 20_000;

/**
 * A language model that the editor offers; `undefined` where there is none, and in editors that know of none: the API is
 * newer than the oldest editor that is supported, so all of it is looked for before it is used.
 */
export async function findChatModel(): Promise<ChatModel | undefined> {
	const select = readMethod(readMember(vscode, "lm"), "selectChatModels");
	const write = readMethod(readMember(vscode, "LanguageModelChatMessage"), "User");
	if (!select || !write) {
		return undefined;
	}
	const models: unknown = await select({});
	const [model] = Array.isArray(models) ? models : [];
	const send = readMethod(model, "sendRequest");
	const name = readMember(model, "name");
	if (!send || typeof name !== "string") {
		return undefined;
	}
	return {
		name,
		ask: async (text, token) => {
			const reply: unknown = await send([write(text)], {}, token);
			return readAll(readMember(reply, "text"));
		},
	};
}

/** The sheet that a language model proposes for words; `undefined` where its answer is none. What it says is checked as any other's. */
export async function proposeSheet(
	model: ChatModel,
	words: string,
	token: vscode.CancellationToken,
): Promise<RequirementSheet | undefined> {
	const reply = await model.ask(writeQuestion(words), token);
	const json = reply.slice(reply.indexOf("{"), reply.lastIndexOf("}") + 1);
	const sheet = parseSheet(parseJson(json));
	return sheet?.requirements.some(({ kind }) => kind === "task")
		? sortSheet(
				sheet.requirements
					.filter(({ kind }) => kind !== "input")
					.map((each) => ({ ...each, from: "text" as const })),
			)
		: undefined;
}

function writeQuestion(words: string): string {
	return [
		"Read what a developer asks of an open model on Hugging Face, and answer with one JSON object and nothing else:",
		'{"requirements":[{"kind":"…","value":…,"strength":"must"|"prefer","from":"text"}]}.',
		`Kinds: ${requirementKinds.join(", ")}.`,
		'Values: task is a pipeline id of the Hub; language an ISO 639 code; contextLength, outputTokens, batch, embeddingDimension and speedFloor numbers; license, excludedLicense, format, quantization, library, runtime, family, excludedFamily, org and excludedOrg lists of strings; parameters and bytes {"min","max"}; target {"vendor":"nvidia|amd|intel|apple|cpu","device","memoryBytes","count"}; gated is false; safety is "safetensors", "noCustomCode" or "scanned"; useRegion and makerRegion "EU" or an ISO 3166 code.',
		"Write must only for what is said to be necessary, and nothing that is not said.",
		`The words: ${JSON.stringify(words)}`,
	].join("\n");
}

async function readAll(text: unknown): Promise<string> {
	if (typeof text !== "object" || text === null || !isAsyncIterable(text)) {
		return "";
	}
	let whole = "";
	for await (const part of text) {
		whole += String(part);
		if (whole.length > longestReply) {
			break;
		}
	}
	return whole;
}

function isAsyncIterable(value: object): value is AsyncIterable<unknown> {
	return Symbol.asyncIterator in value;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function readMethod(owner: unknown, name: string): ((...given: unknown[]) => unknown) | undefined {
	const method = readMember(owner, name);
	return isFunction(method) ? (...given) => Reflect.apply(method, owner, given) : undefined;
}
