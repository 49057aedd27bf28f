import * as vscode from "vscode";
import type {
	DerivedFromFilter,
	FilterField,
	Filters,
	Query,
	Range,
	SortKey,
} from "../../core/catalog/query.ts";
import type { LicenseClass } from "../../core/license/licenseClass.ts";
import type { Gating } from "../../core/model/model.ts";
import { nameModel } from "./modelWords.ts";
import { formatBytes, formatCount, formatParameters } from "./numbers.ts";

/** A filter field's name. */
export function nameFilterField(field: FilterField): string {
	switch (field) {
		case "task":
			return vscode.l10n.t("Task");
		case "licenseClass":
			return vscode.l10n.t("License terms");
		case "licenseId":
			return vscode.l10n.t("License");
		case "parameters":
			return vscode.l10n.t("Parameters");
		case "sizeBytes":
			return vscode.l10n.t("Size on disk");
		case "hardware":
			return vscode.l10n.t("Hardware target");
		case "language":
			return vscode.l10n.t("Natural language");
		case "format":
			return vscode.l10n.t("Format");
		case "gating":
			return vscode.l10n.t("Access");
		case "baseOnly":
			return vscode.l10n.t("Base models only");
		case "age":
			return vscode.l10n.t("Age");
		case "group":
			return vscode.l10n.t("From a chart");
		case "derivedFrom":
			return vscode.l10n.t("Made from a model");
	}
}

/** What a filter hides because it is not told, as it stands in the view: `license not stated`. */
export function nameUnknown(field: FilterField): string {
	switch (field) {
		case "licenseClass":
		case "licenseId":
			return vscode.l10n.t("license not stated");
		case "language":
			return vscode.l10n.t("language not stated");
		case "task":
			return vscode.l10n.t("task not stated");
		case "parameters":
		case "sizeBytes":
			return vscode.l10n.t("size not known");
		case "hardware":
			return vscode.l10n.t("fit not known");
		case "format":
			return vscode.l10n.t("format not known");
		case "gating":
			return vscode.l10n.t("access not known");
		case "baseOnly":
		case "derivedFrom":
			return vscode.l10n.t("base model not known");
		case "age":
			return vscode.l10n.t("age not known");
		case "group":
			return vscode.l10n.t("not known");
	}
}

/** A class of license terms in words. */
export function nameLicenseClass(licenseClass: LicenseClass): string {
	switch (licenseClass) {
		case "permissive":
			return vscode.l10n.t("permissive");
		case "conditions":
			return vscode.l10n.t("conditions");
		case "nonCommercial":
			return vscode.l10n.t("non-commercial");
		case "notStated":
			return vscode.l10n.t("not stated");
	}
}

/** Who may download, in words. */
export function nameGating(gating: Gating): string {
	switch (gating) {
		case "open":
			return vscode.l10n.t("open");
		case "auto":
			return vscode.l10n.t("gated, granted at once");
		case "manual":
			return vscode.l10n.t("gated, granted by hand");
	}
}

/** A sort key as a heading. */
export function nameSortKey(sort: SortKey): string {
	switch (sort) {
		case "trending":
			return vscode.l10n.t("trending");
		case "downloads":
			return vscode.l10n.t("most downloaded");
		case "likes":
			return vscode.l10n.t("most liked");
		case "created":
			return vscode.l10n.t("newest");
		case "modified":
			return vscode.l10n.t("last changed");
		case "parameters":
			return vscode.l10n.t("largest");
		case "name":
			return vscode.l10n.t("by name");
	}
}

/** `Fine-tunes of Qwen3-8B`. */
function describeDescent({ repoId, relation }: DerivedFromFilter): string {
	const name = nameModel(repoId);
	switch (relation) {
		case "finetune":
			return vscode.l10n.t("Fine-tunes of {0}", name);
		case "adapter":
			return vscode.l10n.t("Adapters of {0}", name);
		case "merge":
			return vscode.l10n.t("Merges of {0}", name);
		case "quantized":
			return vscode.l10n.t("Quantizations of {0}", name);
	}
}

/** The state of the filters in one line: `trending · permissive · NVIDIA 12 GiB · pl`. */
export function summarizeQuery(query: Query): string {
	const { filters = {} } = query;
	return [
		nameSortKey(query.sort ?? "trending"),
		query.text ? `"${query.text}"` : "",
		...listFilterValues(filters),
	]
		.filter(Boolean)
		.join(" · ");
}

/** Each set filter in a few words, in the order of the fields. */
export function listFilterValues(filters: Filters): string[] {
	const values = [
		filters.group?.name,
		filters.derivedFrom && describeDescent(filters.derivedFrom),
		filters.tasks?.map((task) => task.replaceAll("-", " ")).join(", "),
		filters.licenseClasses?.map(nameLicenseClass).join(", "),
		filters.licenseIds?.join(", "),
		filters.parameters && describeRange(filters.parameters, formatParameters),
		filters.sizeBytes && describeRange(filters.sizeBytes, formatBytes),
		filters.hardware?.map(({ name }) => name).join(" + "),
		filters.languages?.join(", "),
		filters.formats?.join(", "),
		filters.gating?.map(nameGating).join(", "),
		filters.baseOnly ? vscode.l10n.t("base models") : undefined,
		filters.maxAgeDays === undefined
			? undefined
			: vscode.l10n.t("at most {0} days old", formatCount(filters.maxAgeDays)),
	];
	return values.filter((value): value is string => Boolean(value));
}

/** A range in words: `1B – 8B`, `up to 8B`, `from 8B`. */
export function describeRange(range: Range, format: (value: number) => string): string {
	if (range.min !== undefined && range.max !== undefined) {
		return `${format(range.min)} – ${format(range.max)}`;
	}
	if (range.max !== undefined) {
		return vscode.l10n.t("up to {0}", format(range.max));
	}
	return range.min === undefined ? "" : vscode.l10n.t("from {0}", format(range.min));
}
