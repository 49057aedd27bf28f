import type { FieldSet } from "./hubListQuery.ts";

/** Kinds of requests that name the fields they want; each has its own set of allowed ones at the Hub. */
export type FieldRequest = FieldSet | "model" | "derivatives" | "quantizations";

const browseFields = [
	"author",
	"library_name",
	"tags",
	"downloadsAllTime",
	"trendingScore",
	"createdAt",
	"disabled",
	"safetensors",
	"baseModels",
	"evalResults",
] as const;

const catalogFields = [...browseFields, "sha", "cardData", "config", "gguf", "siblings"] as const;

/**
 * The fields to name beside those that the library names by itself. `gguf`, `cardData` and `config` carry whole chat
 * templates, so a list that is only shown goes without them.
 */
const extraFields: Readonly<Record<FieldRequest, readonly string[]>> = {
	browse: browseFields,
	catalog: catalogFields,
	model: [...catalogFields, "childrenModelCount", "model-index"],
	derivatives: ["createdAt"],
	quantizations: ["createdAt", "tags", "baseModels"],
};

/**
 * The fields for the library to ask for. Its type lags behind what the Hub takes; it copies any name as it is, so one
 * name of its own stands for all.
 */
export function toLibraryFields(kind: FieldRequest): "tags"[] {
	return [...extraFields[kind]] as "tags"[];
}

/** Takes out of a URL the fields that the library always names where they would be most of a thousand rows. */
export function keepNeededFields(kind: FieldRequest, url: URL): void {
	if (kind === "derivatives" || kind === "quantizations") {
		const kept = ["createdAt", "downloads", "likes"];
		// Tags tell what kind of files a quantization has, and in a list of all kinds which kind a derivative is.
		expandOnly(
			url,
			new Set(kind === "derivatives" ? kept : [...kept, "tags", "baseModels", "lastModified", "gated"]),
		);
	}
}

/** Everything that the library's rows carry under other names than the Hub's. */
const renamedFields = { _id: "id", id: "name", pipeline_tag: "task", lastModified: "updatedAt" } as const;

/** The Hub's row again, from the library's entry. */
export function toWireRow(entry: object): Record<string, unknown> {
	const fields = new Map<string, unknown>(Object.entries(entry));
	const row: Record<string, unknown> = Object.fromEntries(fields);
	for (const [wireName, libraryName] of Object.entries(renamedFields)) {
		row[wireName] = fields.get(libraryName);
	}
	return row;
}

/** Remembers which fields the Hub takes, by kind of request, from what it says when it refuses one. */
export class FieldNarrowing {
	readonly #allowed = new Map<FieldRequest, ReadonlySet<string>>();

	/** Leaves in a URL only the fields that are known to be taken. */
	apply(kind: FieldRequest, url: URL): void {
		const allowed = this.#allowed.get(kind);
		if (allowed === undefined) {
			return;
		}
		expandOnly(url, allowed);
	}

	/**
	 * Learns from the message of a 400, which lists the allowed names ("… one of a, b, c").
	 * Returns the URL with fewer fields; `undefined` when the message is about something else.
	 */
	learn(kind: FieldRequest, message: string, urlText: string): string | undefined {
		const url = new URL(urlText);
		const fields = url.searchParams.getAll("expand");
		const list = /\b(?:one of|expected|allowed|valid)\b(.*)$/is.exec(message)?.[1] ?? message;
		const named = new Set(list.match(/[A-Za-z_][\w-]*/g) ?? []);
		const allowed = fields.filter((field) => named.has(field));
		if (allowed.length === 0 || allowed.length === fields.length) {
			return undefined;
		}
		this.#allowed.set(kind, new Set(allowed));
		this.apply(kind, url);
		return url.href;
	}
}

function expandOnly(url: URL, wanted: ReadonlySet<string>): void {
	const fields = url.searchParams.getAll("expand");
	url.searchParams.delete("expand");
	for (const field of fields.filter((name) => wanted.has(name))) {
		url.searchParams.append("expand", field);
	}
}
