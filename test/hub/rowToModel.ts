import { type HubModel, RELATIONS, type Relation } from "./hubModel.ts";
import { listFiles, sumWeights } from "./modelFiles.ts";
import { isRecord, type RawRow, readNumber, readRecords, readText, readTexts } from "./rowFields.ts";
import { hashStably, makeObjectId } from "./stableHash.ts";

/** The real `_id`s that rows name for their base models, by repository id. */
export type KnownIds = ReadonlyMap<string, string>;

/** Builds a model from a row in the API's names. `id` is the row's own, checked by the caller. */
export function rowToModel(row: RawRow, id: string, knownIds: KnownIds): HubModel {
	const createdAt = readText(row, "createdAt") ?? "";
	const tags = readTexts(row, "tags");
	const contents = readContents(row);
	const files = listFiles(row, id, contents);
	const { relation, bases } = readBases(row, tags);
	const gated = row["gated"];
	return {
		_id: readText(row, "_id") ?? knownIds.get(id) ?? makeObjectId(id, createdAt),
		id,
		author: readText(row, "author") ?? id.split("/")[0] ?? id,
		sha: readText(row, "sha") ?? hashStably(`commit ${id} ${readText(row, "lastModified") ?? ""}`, 40),
		tags,
		filterTags: collectFilterTags(row, tags, relation, bases),
		row,
		files,
		contents,
		blobs: readBlobs(row),
		aliases: readTexts(row, "aliases"),
		relation,
		baseModels: bases.map((base) => ({
			_id: base._id ?? knownIds.get(base.id) ?? makeObjectId(base.id, ""),
			id: base.id,
		})),
		numParameters: readNumParameters(row),
		mainSizeBytes: sumWeights(files),
		isPrivate: row["private"] === true,
		isDisabled: row["disabled"] === true,
		gated: gated === "auto" || gated === "manual" ? gated : false,
	};
}

function readContents(row: RawRow): ReadonlyMap<string, string> {
	const contents = new Map<string, string>();
	if (isRecord(row["configJson"])) {
		contents.set("config.json", `${JSON.stringify(row["configJson"], null, 2)}\n`);
	}
	const texts = row["contents"];
	if (isRecord(texts)) {
		for (const [path, text] of Object.entries(texts)) {
			contents.set(path, typeof text === "string" ? text : JSON.stringify(text));
		}
	}
	return contents;
}

/** `blobs`: bytes by path, in Base64. */
function readBlobs(row: RawRow): ReadonlyMap<string, Uint8Array> {
	const blobs = row["blobs"];
	return new Map(
		Object.entries(isRecord(blobs) ? blobs : {}).flatMap(([path, text]) =>
			typeof text === "string" ? [[path, Buffer.from(text, "base64")] as const] : [],
		),
	);
}

interface Bases {
	readonly relation: Relation | undefined;
	readonly bases: readonly { readonly _id: string | undefined; readonly id: string }[];
}

/** From `baseModels`, else from the `base_model:` tags, which the Hub derives from the same card. */
function readBases(row: RawRow, tags: readonly string[]): Bases {
	const declared = row["baseModels"];
	if (isRecord(declared)) {
		const relation = RELATIONS.find((name) => name === declared["relation"]);
		const bases = readRecords(declared, "models").flatMap((base) => {
			const id = readText(base, "id");
			return id === undefined ? [] : [{ _id: readText(base, "_id"), id }];
		});
		return { relation, bases };
	}
	for (const relation of RELATIONS) {
		const prefix = `base_model:${relation}:`;
		const ids = tags.filter((tag) => tag.startsWith(prefix)).map((tag) => tag.slice(prefix.length));
		if (ids.length > 0) {
			return { relation, bases: ids.map((id) => ({ _id: undefined, id })) };
		}
	}
	return { relation: undefined, bases: [] };
}

function collectFilterTags(
	row: RawRow,
	tags: readonly string[],
	relation: Relation | undefined,
	bases: Bases["bases"],
): ReadonlySet<string> {
	const all = new Set(tags);
	for (const value of [readText(row, "pipeline_tag"), readText(row, "library_name")]) {
		if (value !== undefined) {
			all.add(value);
		}
	}
	for (const base of bases) {
		all.add(`base_model:${base.id}`);
		if (relation !== undefined) {
			all.add(`base_model:${relation}:${base.id}`);
		}
	}
	return all;
}

/** `numParameters` of our own shape first: the Hub's range filter survives a wrong `total`. */
function readNumParameters(row: RawRow): number | undefined {
	const own = readNumber(row, "numParameters");
	if (own !== undefined) {
		return own;
	}
	for (const key of ["safetensors", "gguf"]) {
		const block = row[key];
		const total = isRecord(block) ? readNumber(block, "total") : undefined;
		if (total !== undefined) {
			return total;
		}
	}
	return undefined;
}
