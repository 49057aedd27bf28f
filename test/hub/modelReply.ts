import type { DataSet } from "./dataSet.ts";
import type { HubFile, HubModel } from "./hubModel.ts";
import { readRecords, readText } from "./rowFields.ts";

type Target = "list" | "model";

/** Which extras a request for a single model asks for. */
export interface ModelView {
	/** `undefined`: the default payload. */
	readonly fields: readonly string[] | undefined;
	readonly hasBlobs: boolean;
	readonly hasSecurityStatus: boolean;
}

const DEFAULT_MODEL_FIELDS = [
	"private",
	"pipeline_tag",
	"library_name",
	"tags",
	"downloads",
	"likes",
	"modelId",
	"author",
	"sha",
	"lastModified",
	"gated",
	"inference",
	"disabled",
	"mask_token",
	"widgetData",
	"model-index",
	"config",
	"cardData",
	"transformersInfo",
	"gguf",
	"siblings",
	"spaces",
	"createdAt",
	"safetensors",
	"usedStorage",
] as const;

const DEFAULT_ROW_FIELDS = [
	"modelId",
	"likes",
	"trendingScore",
	"private",
	"downloads",
	"tags",
	"pipeline_tag",
	"library_name",
	"createdAt",
] as const;

const FULL_ROW_FIELDS = ["author", "gated", "disabled", "lastModified", "sha", "siblings"] as const;

/** The reply to `/api/models/{id}`. */
export function makeModelReply(data: DataSet, model: HubModel, view: ModelView): Record<string, unknown> {
	const reply = pickFields(data, model, view.fields ?? DEFAULT_MODEL_FIELDS, "model");
	if (view.hasBlobs && "siblings" in reply) {
		reply["siblings"] = model.files.map(describeBlob);
	}
	// Nobody has seen the Hub mix this one with expand, so a client must not count on it.
	if (view.hasSecurityStatus && view.fields === undefined) {
		reply["securityRepoStatus"] = readSecurityStatus(model);
	}
	return reply;
}

/** A row of a listing: with `expand` exactly `_id`, `id` and what was asked for. */
export function makeRow(
	data: DataSet,
	model: HubModel,
	query: URLSearchParams,
	fields: readonly string[] | undefined,
): Record<string, unknown> {
	if (fields !== undefined) {
		return pickFields(data, model, fields, "list");
	}
	const names: string[] = [...DEFAULT_ROW_FIELDS];
	if (isOn(query, "full")) {
		names.push(...FULL_ROW_FIELDS);
	}
	for (const name of ["cardData", "config"]) {
		if (isOn(query, name)) {
			names.push(name);
		}
	}
	return pickFields(data, model, names, "list");
}

/** True for `?name=true`, `?name=1` and a bare `?name`. */
export function isOn(query: URLSearchParams, name: string): boolean {
	const value = query.get(name);
	return value === "true" || value === "1" || value === "True" || value === "";
}

/** `scansDone: false` where nothing is known: unknown, not clean. */
export function readSecurityStatus(model: HubModel): unknown {
	return model.row["securityRepoStatus"] ?? { scansDone: false, filesWithIssues: [] };
}

function pickFields(
	data: DataSet,
	model: HubModel,
	names: readonly string[],
	target: Target,
): Record<string, unknown> {
	const picked: Record<string, unknown> = { _id: model._id, id: model.id };
	for (const name of names) {
		const value = readField(data, model, name, target);
		if (value !== undefined) {
			picked[name] = value;
		}
	}
	return picked;
}

/** A field as the API shows it; `undefined` where the Hub leaves the key out. */
function readField(data: DataSet, model: HubModel, name: string, target: Target): unknown {
	const { row } = model;
	switch (name) {
		case "modelId":
			return model.id;
		case "author":
			return model.author;
		case "sha":
			return model.sha;
		case "tags":
			return model.tags;
		case "gated":
			return model.gated;
		case "private":
			return model.isPrivate;
		case "disabled":
			return model.isDisabled;
		case "widgetData":
		case "spaces":
			return row[name] ?? [];
		case "trendingScore":
			return row[name] ?? 0;
		case "xetEnabled":
			return row[name] ?? true;
		case "model-index":
			return row[name] ?? ("cardData" in row ? null : undefined);
		case "siblings":
			return model.files.map((file) => ({ rfilename: file.path }));
		case "usedStorage":
			return row[name] ?? model.files.reduce((total, file) => total + (file.sizeBytes ?? 0), 0);
		case "childrenModelCount":
			return row[name] ?? data.countChildren(model.id);
		case "baseModels":
			return model.relation === undefined
				? undefined
				: { relation: model.relation, models: model.baseModels };
		case "inferenceProviderMapping":
			return target === "list" ? row[name] : keyByProvider(model);
		default:
			// The Hub has no key, rather than null, for a task or a library that nobody has stated.
			return row[name] ?? undefined;
	}
}

/** A single model has an object where a listing has an array. */
function keyByProvider(model: HubModel): unknown {
	const entries = readRecords(model.row, "inferenceProviderMapping").map(({ provider, ...rest }) => [
		provider,
		{ ...rest, isModelAuthor: false },
	]);
	return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function describeBlob(file: HubFile): Record<string, unknown> {
	return {
		rfilename: file.path,
		...(file.sizeBytes === undefined ? {} : { size: file.sizeBytes }),
		blobId: file.blobId,
		...(file.isLfs ? { lfs: { sha256: file.sha256, size: file.sizeBytes, pointerSize: 134 } } : {}),
	};
}

/** The card's text that `resolve` serves where the data has none: the front matter that the row's card proves. */
export function makeReadme(model: HubModel): string {
	const task = readText(model.row, "pipeline_tag");
	return `---\n${task === undefined ? "" : `pipeline_tag: ${task}\n`}---\n# ${model.id}\n`;
}
