import * as v from "valibot";
import { cleanText } from "./cleanText.ts";
import { mapSecurity } from "./mapSecurity.ts";

/** Whether a parsed JSON value is an object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

const mostTags = 2_000;
const mostFiles = 20_000;
const latestMs = Date.UTC(2100, 0);

/** A field that is `undefined` when it is absent or not what it should be. */
function tolerate<const Schema extends v.GenericSchema>(schema: Schema) {
	return v.fallback(v.optional(schema), undefined);
}

/** Text without anything that could deceive on a screen, cut at a length; empty text is no text. */
function text(mostCharacters: number) {
	return v.pipe(
		v.string(),
		v.transform((raw) => cleanText(raw, mostCharacters)),
		v.minLength(1),
	);
}

/** A list of texts in which what is no text is left out. A lone text is a list of one. */
function texts(mostCharacters: number, most: number) {
	return v.pipe(
		v.union([
			v.array(v.unknown()),
			v.pipe(
				v.string(),
				v.transform((raw): unknown[] => [raw]),
			),
		]),
		v.transform((raw) =>
			raw.slice(0, most).flatMap((item) => {
				const clean = typeof item === "string" ? cleanText(item, mostCharacters) : "";
				return clean === "" ? [] : [clean];
			}),
		),
	);
}

const count = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const date = v.pipe(
	v.union([v.string(), v.date()]),
	v.transform((raw) => (typeof raw === "string" ? Date.parse(raw) : raw.getTime())),
	v.number(),
	v.minValue(0),
	v.maxValue(latestMs),
);
const record = v.custom<Record<string, unknown>>(isRecord);
/** Counts by name; what is no count is left out. */
const counts = v.pipe(
	record,
	v.transform(
		(raw) => new Map(Object.entries(raw).flatMap(([key, n]) => (v.is(count, n) ? [[key, n] as const] : []))),
	),
);
const files = v.pipe(
	v.array(v.unknown()),
	v.transform((raw) => raw.slice(0, mostFiles).flatMap((file) => readFile(file) ?? [])),
);
const baseModel = v.object({ id: v.string() });
const baseModels = v.object({
	relation: tolerate(v.string()),
	models: v.pipe(
		v.array(v.unknown()),
		v.transform((raw) => raw.flatMap((base) => (v.is(baseModel, base) ? [base.id] : []))),
	),
});

const wireRowSchema = v.object({
	_id: tolerate(v.pipe(v.string(), v.regex(/^[0-9a-f]{24}$/))),
	id: v.string(),
	author: tolerate(text(96)),
	sha: tolerate(v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/))),
	pipeline_tag: tolerate(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/))),
	library_name: tolerate(text(64)),
	tags: tolerate(texts(256, mostTags)),
	downloads: tolerate(count),
	downloadsAllTime: tolerate(count),
	likes: tolerate(count),
	trendingScore: tolerate(count),
	createdAt: tolerate(date),
	lastModified: tolerate(date),
	gated: tolerate(v.union([v.boolean(), v.string()])),
	private: tolerate(v.boolean()),
	disabled: tolerate(v.boolean()),
	safetensors: tolerate(v.object({ parameters: tolerate(counts), total: tolerate(count) })),
	gguf: tolerate(
		v.object({ total: tolerate(count), architecture: tolerate(text(64)), context_length: tolerate(count) }),
	),
	baseModels: tolerate(baseModels),
	childrenModelCount: tolerate(counts),
	cardData: tolerate(
		v.object({
			license: tolerate(texts(64, 8)),
			license_name: tolerate(text(120)),
			license_link: tolerate(text(500)),
			new_version: tolerate(text(200)),
			language: tolerate(texts(32, 1_000)),
			base_model_revision: tolerate(v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/))),
		}),
	),
	config: tolerate(record),
	siblings: tolerate(files),
	evalResults: tolerate(v.unknown()),
	"model-index": tolerate(v.unknown()),
	securityRepoStatus: tolerate(v.pipe(v.unknown(), v.transform(mapSecurity))),
});

/** A row of the Hub with every field checked: one that is not as it should be is `undefined`. */
export type WireRow = v.InferOutput<typeof wireRowSchema>;

/** Reads a row; `undefined` when it is no object with an id. */
export function readWireRow(row: unknown): WireRow | undefined {
	const result = v.safeParse(wireRowSchema, row);
	return result.success ? result.output : undefined;
}

function readFile(file: unknown): { path: string; sizeBytes: number | undefined } | undefined {
	if (!isRecord(file) || typeof file["rfilename"] !== "string") {
		return undefined;
	}
	const size = file["size"];
	return { path: file["rfilename"], sizeBytes: v.is(count, size) ? size : undefined };
}
