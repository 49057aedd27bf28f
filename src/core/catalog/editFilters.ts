import type { FilterField, Filters } from "./query.ts";

const keyOf = {
	task: "tasks",
	licenseClass: "licenseClasses",
	licenseId: "licenseIds",
	parameters: "parameters",
	sizeBytes: "sizeBytes",
	hardware: "hardware",
	language: "languages",
	format: "formats",
	gating: "gating",
	baseOnly: "baseOnly",
	age: "maxAgeDays",
	group: "group",
	derivedFrom: "derivedFrom",
} as const satisfies Record<FilterField, keyof Filters>;

/** The filters without one field's, and without its "include unknown". */
export function dropFilter(filters: Filters, field: FilterField): Filters {
	const { [keyOf[field]]: _, includeUnknown, ...others } = filters;
	const included = includeUnknown?.filter((other) => other !== field) ?? [];
	return included.length > 0 ? { ...others, includeUnknown: included } : others;
}

/** The filters with unknown values of a field let in, or left out again. */
export function setIncludeUnknown(filters: Filters, field: FilterField, isIncluded: boolean): Filters {
	const { includeUnknown = [], ...others } = filters;
	const included = includeUnknown.filter((other) => other !== field);
	if (isIncluded) {
		included.push(field);
	}
	return included.length > 0 ? { ...others, includeUnknown: included } : others;
}

/** The filters with a field's unknown values let in. For license terms "not stated" is a class of its own. */
export function includeUnknown(filters: Filters, field: FilterField): Filters {
	return field === "licenseClass"
		? { ...filters, licenseClasses: [...new Set([...(filters.licenseClasses ?? []), "notStated" as const])] }
		: setIncludeUnknown(filters, field, true);
}
