import * as v from "valibot";
import { type ComparableOs, parseOs } from "./operatingSystem.ts";

/** A question to the table: these formats, by this runtime, on this hardware. Unknown is absent, never a guess. */
export interface SupportCase {
	/** Names of the table (`gguf-k`, `fp8-block`); a file that is several is any of them. Not empty. */
	readonly formats: readonly string[];
	readonly runtime: string;
	/** Absent: whichever the runtime would use. */
	readonly backend?: string;
	/** Lower case. */
	readonly vendor: string;
	readonly computeCapability?: number;
	/** `gfx1151`. */
	readonly gfxVersion?: string;
	readonly os?: ComparableOs;
}

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));
const lowerCase = v.pipe(name, v.toLowerCase());

const computeCapability = v.pipe(
	v.union([v.number(), v.pipe(v.string(), v.trim(), v.regex(/^\d{1,2}(\.\d{1,2})?$/), v.transform(Number))]),
	v.minValue(1),
	v.maxValue(99),
);

const os = v.pipe(
	name,
	v.rawTransform(({ dataset, addIssue, NEVER }): ComparableOs => {
		const parsed = parseOs(dataset.value);
		if (!parsed) {
			addIssue({ message: "is not an operating system" });
			return NEVER;
		}
		return parsed;
	}),
);

/** `gfx90a:sramecc+:xnack-` is gfx90a with its features; some write the number alone. */
const gfx = v.pipe(
	lowerCase,
	v.transform((version) => version.replace(/:.*$/, "").replace(/^(?=[0-9a-f]{3,5}$)/, "gfx")),
);

const casesSchema = v.array(
	v.object({
		formats: v.pipe(
			v.union([
				v.array(lowerCase),
				v.pipe(
					lowerCase,
					v.transform((format) => [format]),
				),
			]),
			v.minLength(1),
		),
		runtime: name,
		backend: v.nullish(name),
		vendor: lowerCase,
		computeCapability: v.nullish(computeCapability),
		gfx: v.nullish(gfx),
		os: v.nullish(os),
	}),
);

/** Cases as they are written in a file, checked. Throws an error that names the first row and field that is wrong. */
export function parseSupportCases(json: unknown): SupportCase[] {
	const result = v.safeParse(casesSchema, json);
	if (!result.success) {
		const [issue] = result.issues;
		const path = v.getDotPath(issue);
		throw new Error(path === null ? issue.message : `${path}: ${issue.message}`);
	}
	return result.output.map(
		({ formats, runtime, backend, vendor, computeCapability: cc, gfx: chip, os: system }) => ({
			formats,
			runtime,
			...(backend != null && { backend }),
			vendor,
			...(cc != null && { computeCapability: cc }),
			...(chip != null && { gfxVersion: chip }),
			...(system != null && { os: system }),
		}),
	);
}
