import * as v from "valibot";
import { licenseClasses } from "./licenseClass.ts";
import licenses from "./licenses.json";
import { plainObligations } from "./licenseTerms.ts";

const thresholdEffect = v.picklist(["ownLicense", "showName"]);

/** An obligation that says all by its name is written as that name alone. */
const plainSchema = v.pipe(
	v.picklist(plainObligations),
	v.transform((code) => ({ code })),
);

const limitSchema = v.variant("code", [
	v.object({ code: v.literal("userThreshold"), monthlyUsers: v.number(), effect: thresholdEffect }),
	v.object({
		code: v.literal("revenueThreshold"),
		usd: v.number(),
		period: v.picklist(["month", "year"]),
		effect: thresholdEffect,
	}),
	v.object({ code: v.literal("nameInProduct"), text: v.string() }),
	v.object({ code: v.literal("namePrefix"), text: v.string() }),
	v.object({
		code: v.literal("territoryExcluded"),
		territories: v.array(v.picklist(["EU", "GB", "KR"])),
		scope: v.picklist(["all", "multimodal"]),
	}),
]);

const tableSchema = v.object({
	asOf: v.string(),
	source: v.string(),
	licenses: v.array(
		v.object({
			title: v.string(),
			class: v.picklist(licenseClasses),
			commercialUse: v.picklist(["yes", "conditions", "no", "unclear"]),
			obligations: v.array(v.union([plainSchema, limitSchema])),
			ids: v.optional(v.array(v.string()), []),
			names: v.optional(v.array(v.string()), []),
			links: v.optional(v.array(v.string()), []),
			textUrl: v.optional(v.string()),
			/** Id whose page at spdx.org has the text. */
			spdx: v.optional(v.string()),
		}),
	),
});

/** One license of the table, with the ids, `license_name`s and starts of links that it is known by. */
export type KnownLicense = v.InferOutput<typeof tableSchema>["licenses"][number];

interface LicenseIndex {
	readonly byId: ReadonlyMap<string, KnownLicense>;
	readonly byName: ReadonlyMap<string, KnownLicense>;
	/** Starts of addresses, without scheme and `www.`. */
	readonly byLink: readonly (readonly [start: string, license: KnownLicense])[];
}

let index: LicenseIndex | undefined;

/** The license with that id of the Hub. */
export function findLicenseById(id: string): KnownLicense | undefined {
	return openIndex().byId.get(id.toLowerCase());
}

/** The license that a card's `license_name` means; case, spaces and punctuation do not matter. */
export function findLicenseByName(name: string): KnownLicense | undefined {
	return openIndex().byName.get(normalizeName(name));
}

/** The license whose text a card's `license_link` leads to. Only addresses that can mean one license are known. */
export function findLicenseByLink(link: string): KnownLicense | undefined {
	const address = link.toLowerCase().replace(/^https?:\/\/(www\.)?/, "");
	return openIndex().byLink.find(([start]) => address.startsWith(start))?.[1];
}

function normalizeName(name: string): string {
	return name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-|-$/g, "");
}

/** Read on first use: most sessions never open a license before the sidebar has drawn. */
function openIndex(): LicenseIndex {
	if (index) {
		return index;
	}
	const { licenses: table } = v.parse(tableSchema, licenses);
	const byId = new Map(table.flatMap((license) => license.ids.map((id) => [id, license] as const)));
	const byName = new Map(
		table
			.filter((license) => license.class !== "notStated")
			.flatMap((license) =>
				[...license.ids, ...license.names].map((name) => [normalizeName(name), license] as const),
			),
	);
	const byLink = table.flatMap((license) => license.links.map((start) => [start, license] as const));
	index = { byId, byName, byLink };
	return index;
}
