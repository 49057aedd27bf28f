/** Where the list on the screen comes from, and why it is not newer. */
export interface ListStatus {
	/** `embedded`: the catalog that the extension carries; `disk`: the last answers of the Hub, kept; `hub`: asked in this session. */
	readonly source: "embedded" | "disk" | "hub" | "none";
	/** Date of the facts, ms since the epoch. */
	readonly asOfMs?: number;
	readonly isLoading: boolean;
	/** The failure of the last request that the list came from. */
	readonly problem?: unknown;
	/** Whether the Hub has more for the query at hand. */
	readonly hasMoreOnHub: boolean;
}
