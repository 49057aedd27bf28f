import * as v from "valibot";
import licenseTerms from "./licenseTerms.json";
import { plainObligations, territories } from "./licenseTerms.ts";

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
		territories: v.array(v.picklist(territories)),
		scope: v.picklist(["all", "multimodal"]),
	}),
]);

const tableSchema = v.object({
	asOf: v.pipe(v.string(), v.isoDate()),
	terms: v.record(
		v.string(),
		v.object({
			commercialUse: v.picklist(["yes", "conditions", "no", "unclear"]),
			obligations: v.array(v.union([plainSchema, limitSchema])),
			textUrl: v.exactOptional(v.string()),
			/** Id whose page at spdx.org has the text. */
			spdx: v.exactOptional(v.string()),
		}),
	),
});

/** What a license of the table asks for. */
export type KnownTerms = v.InferOutput<typeof tableSchema>["terms"][string];

let table: Readonly<Record<string, KnownTerms>> | undefined;

/** The terms of a known license, by its title in `licenses.json`. */
export function findTerms(title: string): KnownTerms | undefined {
	table ??= v.parse(tableSchema, licenseTerms).terms;
	return table[title];
}
