import type { PageLook } from "./pageLook.ts";

/** Where the reader of a model is looking. This, and never the data, outlives a hidden panel. */
export interface Look extends PageLook {
	/** Id of the verdict whose parts are shown. */
	readonly openCell?: string | undefined;
	/** Id of the snippet in front. */
	readonly snippetId?: string | undefined;
	/** Context length that the reader chose, in tokens. */
	readonly contextTokens?: number | undefined;
}

/** What a panel keeps: which model it shows, for the host to restore it, and where the reader was looking. */
export interface PanelState {
	readonly repoId: string;
	readonly look: Look;
}

/** A first look at a model. */
export const firstLook: Look = { scrollTop: 0, openDetails: [] };

/** Reads a kept state of any age; what is not readable is left out, and without a model there is no state. */
export function readPanelState(kept: unknown): PanelState | undefined {
	if (!isRecord(kept) || typeof kept["repoId"] !== "string") {
		return undefined;
	}
	const look = isRecord(kept["look"]) ? kept["look"] : {};
	const { scrollTop, openDetails, openCell, snippetId, contextTokens } = look;
	return {
		repoId: kept["repoId"],
		look: {
			scrollTop: typeof scrollTop === "number" && scrollTop > 0 ? scrollTop : 0,
			openDetails: Array.isArray(openDetails) ? openDetails.filter((id) => typeof id === "string") : [],
			...(typeof openCell === "string" && { openCell }),
			...(typeof snippetId === "string" && { snippetId }),
			...(typeof contextTokens === "number" && contextTokens >= 1 && { contextTokens }),
		},
	};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null;
}
