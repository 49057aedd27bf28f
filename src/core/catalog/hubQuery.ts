import type { HubListQuery } from "../hub/hubListQuery.ts";
import type { Query } from "./query.ts";

const pageSize = 100;

/**
 * The narrowest question to the Hub whose answer holds all that `query` asks for. The Hub knows only "all of these
 * tags", so a field with several alternatives is left out of the question and decided here, by the catalog.
 */
export function toHubQuery(query: Query): HubListQuery {
	const { filters = {}, text, sort = "trending" } = query;
	const tags = [
		...single(filters.licenseIds).map((id) => `license:${id}`),
		...single(filters.languages),
		...single(filters.formats),
		...(filters.derivedFrom
			? [`base_model:${filters.derivedFrom.relation}:${filters.derivedFrom.repoId}`]
			: []),
	];
	const [task] = single(filters.tasks);
	const [gating] = single(filters.gating);
	const includesUnknown = new Set(filters.includeUnknown);
	return {
		...(text ? { text } : {}),
		...(task && !includesUnknown.has("task") ? { task } : {}),
		...(tags.length > 0 && !hasUnknownTags(includesUnknown) ? { tags } : {}),
		...(filters.parameters && !includesUnknown.has("parameters") ? { parameters: filters.parameters } : {}),
		...(gating ? { gated: gating !== "open" } : {}),
		sort,
		limit: pageSize,
	};
}

function single(values: readonly string[] | undefined): readonly string[] {
	return values?.length === 1 ? values : [];
}

function hasUnknownTags(fields: ReadonlySet<string>): boolean {
	return (
		fields.has("licenseId") || fields.has("language") || fields.has("format") || fields.has("derivedFrom")
	);
}
