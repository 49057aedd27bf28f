import { readCursor, writeCursor } from "./cursor.ts";
import type { DataSet } from "./dataSet.ts";
import { readExpand } from "./expand.ts";
import { readFilters } from "./modelFilter.ts";
import { makeRow } from "./modelReply.ts";
import { type Reply, replyError, replyJson } from "./reply.ts";
import { comparePlaces, type Place, SORT_KEYS } from "./sortKeys.ts";

const MAX_LIMIT = 1000;

/** `GET /api/models`. `url` is the request's own, from which the link to the next page is made. */
export function listModels(data: DataSet, url: URL, isBaseModelsListable: boolean): Reply {
	const query = url.searchParams;
	const expand = readExpand(query, "list", isBaseModelsListable);
	if (expand.kind === "refused") {
		return expand.reply;
	}
	const sortKey = query.get("sort") ?? "trendingScore";
	const readValue = SORT_KEYS.get(sortKey);
	if (readValue === undefined) {
		return replyError(400, `Invalid sort parameter: ${sortKey}`);
	}
	if ((query.get("direction") ?? "-1") !== "-1") {
		return replyError(400, `Invalid direction parameter: sorting by ${sortKey} is descending only`);
	}
	const limit = readLimit(query.get("limit"));
	if (limit === undefined) {
		return replyError(400, "Invalid limit parameter");
	}
	const filters = readFilters(query);
	if (!filters.ok) {
		return replyError(400, filters.message);
	}
	const cursor = query.get("cursor");
	const after = cursor === null ? undefined : readCursor(cursor, sortKey);
	if (cursor !== null && after === undefined) {
		return replyError(400, "Invalid cursor parameter");
	}

	const placed = [...data.models]
		.filter(filters.matches)
		.map((model) => ({ model, value: readValue(model), _id: model._id }))
		.filter((place) => after === undefined || comparePlaces(after, place) < 0)
		.sort(comparePlaces)
		.slice(Number(query.get("skip") ?? 0) || 0);
	const page = placed.slice(0, limit);
	const fields = expand.kind === "fields" ? expand.fields : undefined;
	const rows: unknown[] = page.map(({ model }) => makeRow(data, model, query, fields));
	if (after === undefined) {
		rows.unshift(...data.hostileRows);
	}
	const last = placed.length > page.length ? page.at(-1) : undefined;
	return replyJson(rows, last === undefined ? {} : { Link: linkNext(url, sortKey, last) });
}

/** The Hub cuts at 1,000 what asks for more, and gives as much when nothing is asked. */
function readLimit(text: string | null): number | undefined {
	if (text === null) {
		return MAX_LIMIT;
	}
	const limit = Number(text);
	return Number.isInteger(limit) && limit > 0 ? Math.min(limit, MAX_LIMIT) : undefined;
}

function linkNext(url: URL, sortKey: string, last: Place): string {
	const next = new URL(url);
	next.searchParams.delete("skip");
	next.searchParams.set("cursor", writeCursor(sortKey, last));
	return `<${next.href}>; rel="next"`;
}
