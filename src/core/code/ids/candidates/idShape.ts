import { parseRepoId } from "../../../model/repoId.ts";
import families from "./families.json" with { type: "json" };
import shapes from "./idShapes.json" with { type: "json" };

const folders: ReadonlySet<string> = new Set(shapes.folders);
const endings: ReadonlySet<string> = new Set(shapes.endings);
const media: ReadonlySet<string> = new Set(shapes.media);
const services: ReadonlySet<string> = new Set(families.services);
const owners: ReadonlySet<string> = new Set(families.owners);
const placeholder = new RegExp(shapes.placeholders, "i");
const serviceName = new RegExp(families.serviceNames, "i");
const legacy: Readonly<Record<LegacyKind, RegExp>> = {
	transformers: new RegExp(families.legacy.transformers, "i"),
	sentenceTransformers: new RegExp(
		`${families.legacy.transformers}|${families.legacy.sentenceTransformers}`,
		"i",
	),
};
const familyStart = new RegExp(
	`(?:^|[-_.])(?:${families.names.map((each) => each.replaceAll(".", "\\.")).join("|")})`,
	"i",
);
const sizeWord = /(?:^|[-_.x])\d+(?:\.\d+)?[bBmM](?:$|[-_.])/;
const trainedWord =
	/[-_](?:instruct|chat|uncased|cased|gguf|awq|gptq|int4|int8|fp8|fp16|bf16|hf|finetuned|base|large|small|xl|it|4bit|8bit|bnb|mlx)(?:$|[-_.])/i;

/** What names of code that is about models end with. */
const toolName =
	/[-_.](?:recipes|cookbook|inference|common|python|js|ts|go|sdk|stack|docs|examples|course|server|app|ui|toolkit|cpp)$/i;

/** What names of programs end with; of models only with a size. */
const codeName =
	/[-_.](?:agents?|harness|bot|cli|framework|client|proxy|gateway|plugin|skills?|mcp|tutorials?|demo|website|benchmark|api)$/i;

/** Which IDs without an owner a place takes. */
export type LegacyKind = "transformers" | "sentenceTransformers";

/** Whether a text is an `owner/name` that can be a model: neither path nor media type nor placeholder nor a service's name. */
export function isOwnedId(text: string): boolean {
	const parts = text.length > 193 ? undefined : parseRepoId(text);
	if (parts?.owner === undefined) {
		return false;
	}
	const { owner, name } = parts;
	return (
		!folders.has(owner.toLowerCase()) &&
		!folders.has(name.toLowerCase()) &&
		!media.has(owner.toLowerCase()) &&
		!placeholder.test(owner) &&
		!/^(?:your|my)[-_]|^(?:model|repo|dataset|repository)(?:[-_](?:name|id))?$/i.test(name) &&
		/[a-z]/i.test(name) &&
		/[a-z]/i.test(owner) &&
		!/^\d+(?:px|ep|k|d|h|m|s|x\d+)?$/i.test(name) &&
		!/^(?:vit-?[a-z]|rn\d+|resnet\d+)/i.test(owner) &&
		!/^hugging-?face\/(?:sentence-)?[a-z]+(?:s|\.js|-inference|_hub|-cli)$/i.test(text) &&
		!isFileName(name)
	);
}

/** Whether inference services use this name, and the Hub does not. */
export function isServiceId(text: string): boolean {
	const [owner = "", name = ""] = text.split("/");
	return services.has(owner.toLowerCase()) || serviceName.test(name);
}

const withoutDash = /^(?:gpt2|distilgpt2|ctrl|LaBSE|average_word.*)$/i;

/** Whether a text is an ID from the time before owners. */
export function isLegacyId(text: string, kind: LegacyKind): boolean {
	return text.length < 80 && (text.includes("-") || withoutDash.test(text)) && legacy[kind].test(text);
}

/** Whether the owner is known to publish models. */
export function hasKnownOwner(text: string): boolean {
	return owners.has(text.slice(0, Math.max(0, text.indexOf("/"))).toLowerCase());
}

/** Whether the name is made as names of models are: of a family, a size, a way of training. */
export function isNamedLikeModel(text: string): boolean {
	const name = text.slice(text.indexOf("/") + 1);
	return (
		!toolName.test(name) &&
		(sizeWord.test(name) || (!codeName.test(name) && (familyStart.test(name) || trainedWord.test(name))))
	);
}

/** Whether the name has a size or a way of training in it, which code about models has not. */
export function hasTrainedName(text: string): boolean {
	const name = text.slice(text.indexOf("/") + 1);
	return sizeWord.test(name) || trainedWord.test(name);
}

function isFileName(name: string): boolean {
	const dot = name.lastIndexOf(".");
	return dot > 0 && endings.has(name.slice(dot + 1).toLowerCase());
}
