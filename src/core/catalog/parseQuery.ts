import * as v from "valibot";
import { vendors } from "../hardware/target.ts";
import { licenseClasses } from "../license/licenseClass.ts";
import { weightFormats } from "../model/artifact.ts";
import { relations } from "../model/relation.ts";
import { isRepoId } from "../model/repoId.ts";
import { type Filters, filterFields, type Query, sortKeys } from "./query.ts";

/** A larger group is not worth its room among what a workspace remembers. */
export const mostRememberedMembers = 2_000;

const words = v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(200));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const version = v.pipe(v.string(), v.maxLength(40));
const device = v.object({
	computeCapability: v.exactOptional(version),
	gfxVersion: v.exactOptional(version),
});
const range = v.object({ min: v.exactOptional(amount), max: v.exactOptional(amount) });

const filtersSchema = v.object({
	tasks: v.exactOptional(words),
	licenseClasses: v.exactOptional(v.array(v.picklist(licenseClasses))),
	licenseIds: v.exactOptional(words),
	parameters: v.exactOptional(range),
	sizeBytes: v.exactOptional(range),
	hardware: v.exactOptional(
		v.array(
			v.object({
				name: v.pipe(v.string(), v.maxLength(300)),
				vendor: v.picklist(vendors),
				devices: v.exactOptional(v.array(device)),
				runtimes: v.exactOptional(words),
				cardBudgets: v.exactOptional(v.pipe(v.array(amount), v.maxLength(64))),
				budgetBytes: amount,
				contextTokens: amount,
			}),
		),
	),
	languages: v.exactOptional(words),
	formats: v.exactOptional(v.array(v.picklist(weightFormats))),
	gating: v.exactOptional(v.array(v.picklist(["open", "auto", "manual"]))),
	baseOnly: v.exactOptional(v.boolean()),
	maxAgeDays: v.exactOptional(amount),
	group: v.exactOptional(
		v.object({
			name: v.pipe(v.string(), v.maxLength(300)),
			repoIds: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(mostRememberedMembers)),
		}),
	),
	derivedFrom: v.exactOptional(
		v.object({ repoId: v.pipe(v.string(), v.check(isRepoId)), relation: v.picklist(relations) }),
	),
	includeUnknown: v.exactOptional(v.array(v.picklist(filterFields))),
});

const querySchema = v.object({
	text: v.exactOptional(v.pipe(v.string(), v.maxLength(500))),
	filters: v.exactOptional(filtersSchema),
	sort: v.exactOptional(v.picklist(sortKeys)),
});

/**
 * Reads a remembered query. What does not have the shape of a query, as a whole, gives the query that shows
 * everything: a half-understood filter would hide models without a word.
 */
export function parseQuery(remembered: unknown): Query {
	const parsed = v.safeParse(querySchema, remembered);
	return parsed.success ? parsed.output : {};
}

/** Whether any filter is set. `includeUnknown` alone filters nothing. */
export function hasFilters(filters: Filters | undefined): boolean {
	return filters !== undefined && countFilters(filters) > 0;
}

/** How many fields filter. */
export function countFilters(filters: Filters): number {
	const { includeUnknown: _, ...fields } = filters;
	return Object.values(fields).filter((value) =>
		Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false,
	).length;
}
