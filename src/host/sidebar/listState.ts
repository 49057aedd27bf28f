import * as vscode from "vscode";
import type { QueryResult } from "../../core/catalog/catalog.ts";
import type { FilterField, Query } from "../../core/catalog/query.ts";
import { describeProblem } from "../errors.ts";
import type { ListStatus } from "../state/modelListing.ts";
import { nameFilterField, nameUnknown } from "../words/filterWords.ts";
import { formatAgo, formatCount, formatDay } from "../words/numbers.ts";
import type { NoteNode } from "./modelNode.ts";

const oldMs = 2 * 86_400_000;

/** The line above the list: how many of how many, from where, and why it is not newer. */
export function describeList(result: QueryResult, status: ListStatus, nowMs: number): string {
	const counts =
		result.total === result.known
			? vscode.l10n.t("{0} models", formatCount(result.known))
			: vscode.l10n.t("{0} of {1}", formatCount(result.total), formatCount(result.known));
	const problem = status.problem === undefined ? undefined : describeProblem(status.problem)?.words;
	return [counts, describeSource(status, nowMs), problem].filter(Boolean).join(" · ");
}

/** Where the list comes from, with its date. */
export function describeSource(status: ListStatus, nowMs: number): string {
	const { asOfMs } = status;
	if (asOfMs === undefined) {
		return "";
	}
	const date = nowMs - asOfMs > oldMs ? formatDay(asOfMs) : formatAgo(asOfMs, nowMs);
	switch (status.source) {
		case "hub":
			return vscode.l10n.t("Hub, {0}", date);
		case "disk":
			return vscode.l10n.t("last answers kept, {0}", date);
		case "embedded":
			return vscode.l10n.t("built-in catalog, {0}", date);
		case "none":
			return "";
	}
}

/** Lines below the list: what is hidden because it is not told, each with the way to see it. */
export function listHiddenNotes(result: QueryResult): NoteNode[] {
	return entriesByCount(result.hiddenUnknown).map(([field, count]) => ({
		kind: "note",
		words: vscode.l10n.t("{0} hidden: {1}", formatCount(count), nameUnknown(field)),
		detail: vscode.l10n.t("Press to include them."),
		icon: "eye",
		command: { id: "openModels.includeUnknown", arguments: [field] },
	}));
}

/** What to say when the filters leave nothing: which one to loosen first, with the count that it would bring. */
export function listLooseningNotes(result: QueryResult, query: Query): NoteNode[] {
	const isSearched = query.text && Object.keys(query.filters ?? {}).length === 0;
	const notes: NoteNode[] = [
		{
			kind: "note",
			words: isSearched
				? vscode.l10n.t("No model known here has “{0}” in its name.", query.text)
				: vscode.l10n.t("No model passes all of the filters."),
			icon: "info",
		},
		...entriesByCount(result.blockedOnlyBy).map(
			([field, count]): NoteNode => ({
				kind: "note",
				words: vscode.l10n.t("Without “{0}”: {1}", nameFilterField(field), formatCount(count)),
				detail: vscode.l10n.t("Press to take this filter away."),
				icon: "filter",
				command: { id: "openModels.dropFilter", arguments: [field] },
			}),
		),
	];
	if (query.text) {
		notes.push({
			kind: "note",
			words: vscode.l10n.t("Look for “{0}” on the Hub", query.text),
			icon: "search",
			command: { id: "openModels.showModel", arguments: [query.text] },
		});
	}
	notes.push({
		kind: "note",
		words: vscode.l10n.t("Clear filters and search"),
		icon: "clear-all",
		command: { id: "openModels.clearFilters" },
	});
	return notes;
}

function entriesByCount(counts: Partial<Record<FilterField, number>>): [FilterField, number][] {
	const entries = Object.entries(counts) as [FilterField, number][];
	return entries.filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one);
}
