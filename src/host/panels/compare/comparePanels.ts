import * as vscode from "vscode";
import { isRepoId } from "../../../core/model/repoId.ts";
import { PanelSet } from "../panelSet.ts";
import type { ComparePanelParts } from "./comparePanelParts.ts";

/** As many models as a comparison has. */
export const leastCompared = 2;
export const mostCompared = 4;

/** The key of a comparison: its models, in the order of the columns. */
export function toCompareKey(repoIds: readonly string[]): string {
	return repoIds.join(",");
}

/** Opens and restores comparisons of models. */
export function createComparePanels(parts: ComparePanelParts): PanelSet {
	return new PanelSet(parts, {
		type: "openModels.compare",
		nameTab: (key) => vscode.l10n.t("Compare {0} Models", key.split(",").length),
		readKey: readKeyOfState,
		async serve(panel, key) {
			const { ComparePanel } = await import("./comparePanel.ts");
			new ComparePanel(panel, key.split(","), parts);
		},
	});
}

function readKeyOfState(state: unknown): string | undefined {
	if (typeof state !== "object" || state === null || !("repoIds" in state) || !Array.isArray(state.repoIds)) {
		return undefined;
	}
	const repoIds = state.repoIds.filter((id): id is string => typeof id === "string" && isRepoId(id));
	const isWhole = repoIds.length === state.repoIds.length && new Set(repoIds).size === repoIds.length;
	return isWhole && repoIds.length >= leastCompared && repoIds.length <= mostCompared
		? toCompareKey(repoIds)
		: undefined;
}
