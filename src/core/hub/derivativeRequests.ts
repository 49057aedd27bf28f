import type { Model } from "../model/model.ts";
import { relations } from "../model/relation.ts";

/** The most rows of a page. */
export const pageRows = 1000;

/** Whether a model's derivatives of all relations are known to have room on one page. */
export function fitsOnePage(counts: Model["derivativeCounts"]): boolean {
	const total = relations.reduce((sum, relation) => sum + (counts?.[relation] ?? Number.NaN), 0);
	return total > 0 && total <= pageRows;
}

/** How many requests reading a model's derivatives takes. */
export function countDerivativeRequests(counts: Model["derivativeCounts"]): number {
	return fitsOnePage(counts) ? 1 : relations.filter((relation) => counts?.[relation] !== 0).length;
}
