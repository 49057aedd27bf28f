import { type Reply, replyError } from "./reply.ts";

/** What a listing accepts, in the order of the Hub's own message. */
const LIST_FIELDS: readonly string[] = [
	"author",
	"baseModels",
	"cardData",
	"config",
	"createdAt",
	"disabled",
	"downloads",
	"downloadsAllTime",
	"evalResults",
	"gated",
	"inference",
	"inferenceProviderMapping",
	"lastModified",
	"library_name",
	"likes",
	"mask_token",
	"model-index",
	"pipeline_tag",
	"private",
	"safetensors",
	"sha",
	"siblings",
	"spaces",
	"tags",
	"transformersInfo",
	"trendingScore",
	"widgetData",
	"gguf",
	"resourceGroup",
	"xetEnabled",
];

/** A single model has two fields more. */
const MODEL_FIELDS: readonly string[] = [...LIST_FIELDS, "childrenModelCount", "usedStorage"];

export type Expand =
	| { readonly kind: "none" }
	| { readonly kind: "fields"; readonly fields: readonly string[] }
	| { readonly kind: "refused"; readonly reply: Reply };

/**
 * Reads `expand` and `expand[]`, repeated or as a comma list. One bad or doubled name refuses the whole request, and
 * the message names all that is accepted. In 2025 a listing did not accept `baseModels`; today it does.
 */
export function readExpand(
	query: URLSearchParams,
	target: "list" | "model",
	isBaseModelsListable: boolean,
): Expand {
	const given = [...query.getAll("expand"), ...query.getAll("expand[]")];
	if (given.length === 0) {
		return { kind: "none" };
	}
	const known = target === "model" ? MODEL_FIELDS : LIST_FIELDS;
	const allowed =
		target === "list" && !isBaseModelsListable ? known.filter((name) => name !== "baseModels") : known;
	const fields = given.flatMap((value) => value.split(","));
	for (const [index, name] of fields.entries()) {
		const label = fields.length === 1 ? `"expand"` : `"expand[${index}]"`;
		if (!allowed.includes(name)) {
			const message = `${label} must be one of [${allowed.join(", ")}]`;
			return { kind: "refused", reply: replyError(400, message) };
		}
		if (fields.indexOf(name) < index) {
			return { kind: "refused", reply: replyError(400, `${label} contains a duplicate value`) };
		}
	}
	return { kind: "fields", fields };
}
