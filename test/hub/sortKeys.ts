import type { HubModel } from "./hubModel.ts";
import { readNumber, readText } from "./rowFields.ts";

export type SortValue = string | number | null;
type ReadValue = (model: HubModel) => SortValue;

/** Every key by which the Hub sorts a listing, always from high to low. */
export const SORT_KEYS: ReadonlyMap<string, ReadValue> = new Map<string, ReadValue>([
	["trendingScore", (model) => readNumber(model.row, "trendingScore") ?? null],
	["downloads", (model) => readNumber(model.row, "downloads") ?? null],
	["likes", (model) => readNumber(model.row, "likes") ?? null],
	["likes30d", (model) => readRecentLikes(model, "likes30d")],
	["likes7d", (model) => readRecentLikes(model, "likes7d")],
	["createdAt", (model) => readText(model.row, "createdAt") ?? null],
	["lastModified", (model) => readText(model.row, "lastModified") ?? null],
	["num_parameters", (model) => model.numParameters ?? null],
	["mainSize", (model) => model.mainSizeBytes ?? null],
	["id", (model) => model.id],
]);

/** Recent likes can be sorted by but not read; where a row has none, trending follows them closely. */
function readRecentLikes(model: HubModel, key: string): SortValue {
	return readNumber(model.row, key) ?? readNumber(model.row, "trendingScore") ?? null;
}

/** Negative when `a` comes first: higher value, unknown last, then the smaller `_id`. */
export function comparePlaces(a: Place, b: Place): number {
	if (a.value !== b.value) {
		if (a.value === null || b.value === null) {
			return a.value === null ? 1 : -1;
		}
		return a.value > b.value ? -1 : 1;
	}
	return a._id < b._id ? -1 : a._id > b._id ? 1 : 0;
}

/** Where a row stands in a sorted listing. */
export interface Place {
	readonly value: SortValue;
	readonly _id: string;
}
