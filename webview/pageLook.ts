/** What every page keeps of where its reader looks. */
export interface PageLook {
	/** Pixels from the top of the page. */
	readonly scrollTop: number;
	/** Ids of the tables that are shown. */
	readonly openDetails: readonly string[];
}
