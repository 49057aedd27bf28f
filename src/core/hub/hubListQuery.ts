import type { Range, SortKey } from "../catalog/query.ts";
import type { Model } from "../model/model.ts";

/** What to list. Absent fields do not filter. */
export interface HubListQuery {
	/** Part of the repo id. */
	readonly text?: string;
	readonly author?: string;
	/** Tags that a model must all carry (`gguf`, `license:mit`, `base_model:finetune:owner/name`). */
	readonly tags?: readonly string[];
	/** Pipeline task id. */
	readonly task?: string;
	/** Local apps, any of which runs the model (`llama.cpp`, `ollama`). */
	readonly apps?: readonly string[];
	/** Parameters in units. */
	readonly parameters?: Range;
	readonly gated?: boolean;
	/** Default: trending. */
	readonly sort?: SortKey;
	/** Rows of a page, 1–1,000. Default 50. */
	readonly limit?: number;
}

/** Which fields to ask for: what a list shows, or all that the embedded catalog keeps. */
export type FieldSet = "browse" | "catalog";

/** One page of a list. */
export interface ModelPage {
	/** In the Hub's order, each model once. Between pages models can repeat: tell them apart by `hubId`. */
	readonly models: readonly Model[];
	/** Rows that were no model and were left out. */
	readonly skippedRows: number;
	/** Hand it back as `cursor`, for the next page; absent on the last one. */
	readonly nextCursor?: string;
	readonly readAtMs: number;
}

const sortWords = {
	trending: "trendingScore",
	downloads: "downloads",
	likes: "likes",
	created: "createdAt",
	modified: "lastModified",
	parameters: "num_parameters",
	name: "id",
} as const satisfies Record<SortKey, string>;

/** The Hub's word for a sort key. */
export function toSortWord(sort: SortKey): (typeof sortWords)[SortKey] {
	return sortWords[sort];
}

/** Adds what the library does not know: `num_parameters`, `gated`, tasks that are new, pages of over 500 rows. */
export function addQueryWords(url: URL, query: HubListQuery, limit: number): void {
	url.searchParams.set("limit", String(limit));
	if (query.task !== undefined) {
		url.searchParams.set("pipeline_tag", query.task);
	}
	const { min, max } = query.parameters ?? {};
	const ends = [
		...(min === undefined ? [] : [`min:${toBillions(min)}`]),
		...(max === undefined ? [] : [`max:${toBillions(max)}`]),
	];
	if (ends.length > 0) {
		url.searchParams.set("num_parameters", ends.join(","));
	}
	if (query.gated !== undefined) {
		url.searchParams.set("gated", String(query.gated));
	}
}

/** Only the suffix B is known to be understood, so millions are written as a fraction. */
function toBillions(parameters: number): string {
	return parameters === 0 ? "0" : `${Number((parameters / 1e9).toFixed(6))}B`;
}
