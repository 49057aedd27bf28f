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

/** `8.6`, and as compilers write it: `sm_86`, `sm120`, `compute_90a`. */
const computeCapability = v.pipe(
	v.union([
		v.number(),
		v.pipe(
			v.string(),
			v.trim(),
			v.toLowerCase(),
			v.regex(/^(cc\s*)?\d{1,2}(\.\d{1,2})?\+?$|^(sm|compute)[-_ ]?\d{2,3}[a-z]?$/),
			v.transform((text) => {
				const digits = /^(?:sm|compute)\D*(\d+)/.exec(text)?.[1];
				return digits === undefined ? Number(text.replace(/[^\d.]/g, "")) : Number(digits) / 10;
			}),
		),
	]),
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
	v.transform(
		(version) =>
			/gfx[0-9a-f]+/.exec(version)?.[0] ?? version.replace(/:.*$/, "").replace(/^(?=[0-9a-f]{3,5}$)/, "gfx"),
	),
);

const vendorNames: readonly (readonly [pattern: RegExp, vendor: string])[] = [
	[/nvidia|geforce/, "nvidia"],
	[/\bamd\b|radeon|advanced micro/, "amd"],
	[/\bapple\b/, "apple"],
	[/\bintel\b/, "intel"],
	[/qualcomm|snapdragon/, "qualcomm"],
	[/^(cpu|none|x86|x64|x86-64|arm64)\b/, "cpu"],
];

const vendor = v.pipe(
	lowerCase,
	v.transform((text) => vendorNames.find(([pattern]) => pattern.test(text))?.[1] ?? text),
);

const caseSchema = v.object({
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
	vendor,
	computeCapability: v.nullish(computeCapability),
	gfx: v.nullish(gfx),
	os: v.nullish(os),
});

/** A case as it is written in a file, checked; or the field that is wrong and how. */
export function parseSupportCase(json: unknown): SupportCase | { readonly problem: string } {
	const result = v.safeParse(caseSchema, json);
	if (!result.success) {
		const [issue] = result.issues;
		const path = v.getDotPath(issue);
		return { problem: path === null ? issue.message : `${path}: ${issue.message}` };
	}
	const {
		formats,
		runtime,
		backend,
		vendor: maker,
		computeCapability: cc,
		gfx: chip,
		os: system,
	} = result.output;
	return {
		formats,
		runtime,
		...(backend != null && { backend }),
		vendor: maker,
		...(cc != null && { computeCapability: cc }),
		...(chip != null && { gfxVersion: chip }),
		...(system != null && { os: system }),
	};
}
