import * as v from "valibot";
import { licenseClasses } from "./licenseClass.ts";
import licenses from "./licenses.json";

const tableSchema = v.object({
	asOf: v.string(),
	licenses: v.array(
		v.object({
			title: v.string(),
			class: v.picklist(licenseClasses),
			ids: v.optional(v.array(v.string()), []),
			names: v.optional(v.array(v.string()), []),
			links: v.optional(v.array(v.string()), []),
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
