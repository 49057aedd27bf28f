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

/** `8.6`, and as compilers write it: `sm_86`, `sm120`, `compute_90a`, or 86. */
const computeCapability = v.pipe(
	v.union([
		v.pipe(
			v.number(),
			v.transform((number) => (number >= 30 ? number / 10 : number)),
		),
		v.pipe(
			v.string(),
			v.trim(),
			v.toLowerCase(),
			v.regex(/^(cc\s*)?\d{1,3}(\.\d{1,2})?\+?$|^(sm|compute)[-_ ]?\d{2,3}[a-z]?$/),
			v.transform((text) => {
				const digits = /^(?:sm|compute)\D*(\d+)/.exec(text)?.[1];
				const number = Number(digits ?? text.replace(/[^\d.]/g, ""));
				return digits !== undefined || number >= 30 ? number / 10 : number;
			}),
		),
	]),
	v.minValue(1),
	v.maxValue(29),
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
	[/nvidia|geforce|\b[rg]tx\b|quadro|tesla/, "nvidia"],
	[/^(cpu|none|x86|x64|x86-64|arm64|aarch64|genuineintel|authenticamd)\b|\bcpu$/, "cpu"],
	[/\bamd\b|radeon|instinct|advanced micro|^ati\b/, "amd"],
	[/\bapple\b|^m\d+( (pro|max|ultra))?$/, "apple"],
	[/\bintel\b|\barc\b/, "intel"],
	[/qualcomm|snapdragon|adreno/, "qualcomm"],
];

const vendor = v.pipe(
	lowerCase,
	v.transform((text) => vendorNames.find(([pattern]) => pattern.test(text))?.[1] ?? text),
);

const notTold = /^\s*(any|all|unknown|n\/a|null|-)?\s*$/i;

/** What may be missing: absent, null, blank, or said in words. A list of one is that one. */
const told = v.pipe(
	v.unknown(),
	v.transform((json) => (Array.isArray(json) && json.length <= 1 ? json[0] : json)),
	v.transform((json) => (isTold(json) ? json : undefined)),
);

function isTold(json: unknown): boolean {
	return json !== null && json !== undefined && !(typeof json === "string" && notTold.test(json));
}

const caseSchema = v.object({
	formats: v.pipe(
		v.union([v.array(v.unknown()), v.string()]),
		v.transform((json) => (typeof json === "string" ? [json] : json.filter(isTold))),
		v.array(lowerCase),
		v.minLength(1),
	),
	runtime: name,
	backend: v.optional(v.pipe(told, v.optional(name))),
	vendor,
	computeCapability: v.optional(v.pipe(told, v.optional(computeCapability))),
	gfx: v.optional(v.pipe(told, v.optional(gfx))),
	os: v.optional(v.pipe(told, v.optional(os))),
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
		...(backend !== undefined && { backend }),
		vendor: maker,
		...(cc !== undefined && { computeCapability: cc }),
		...(chip !== undefined && { gfxVersion: chip }),
		...(system !== undefined && { os: system }),
	};
}
