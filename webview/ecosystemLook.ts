import { type EcosystemChoice, ecosystemFields } from "../src/protocol/ecosystemPanel.ts";
import type { PageLook } from "./pageLook.ts";

/** Where the reader of the ecosystem is looking, and what it is narrowed to. */
export interface EcosystemLook extends PageLook {
	readonly choice: EcosystemChoice;
	/** The way in which a chart is drawn, from 0, by its id; absent: the first. */
	readonly measures: Readonly<Record<string, number>>;
}

/** A first look. */
export const firstEcosystemLook: EcosystemLook = { scrollTop: 0, openDetails: [], choice: {}, measures: {} };

/** Reads a kept look of any age; what is not readable is left out. */
export function readEcosystemLook(kept: unknown): EcosystemLook {
	const { scrollTop, openDetails, choice, measures } = readRecord(kept);
	const chosen = readRecord(choice);
	const ways = Object.entries(readRecord(measures));
	return {
		scrollTop: typeof scrollTop === "number" && scrollTop > 0 ? scrollTop : 0,
		openDetails: Array.isArray(openDetails) ? openDetails.filter((id) => typeof id === "string") : [],
		choice: Object.fromEntries(
			ecosystemFields.flatMap((field) => {
				const value = chosen[field];
				return typeof value === "string" && value !== "" ? [[field, value]] : [];
			}),
		),
		measures: Object.fromEntries(
			ways.filter((way): way is [string, number] => Number.isInteger(way[1]) && Number(way[1]) >= 0),
		),
	};
}

function readRecord(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
