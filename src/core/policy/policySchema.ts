import * as v from "valibot";
import { vendors } from "../hardware/target.ts";
import { licenseClasses } from "../license/licenseClass.ts";
import { territories } from "../license/licenseTerms.ts";
import { findingCodes } from "./findingCode.ts";
import { severities } from "./severity.ts";

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const names = v.pipe(v.array(name), v.maxLength(1000));
const classes = v.array(v.picklist(licenseClasses));
const tokens = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000));
const gibibytes = v.pipe(v.number(), v.gtValue(0), v.maxValue(65_536));
const day = v.pipe(v.string(), v.isoDate());

/** `owner/name`, `name`, or `owner/*`. */
const modelPattern = v.pipe(v.string(), v.regex(/^[\w.-]+(?:\/(?:[\w.-]+|\*))?$/), v.maxLength(200));

/** A machine that is no known one. Memory is that of one device, or of the whole machine where it is shared. */
const machine = v.object({
	name,
	vendor: v.picklist(vendors),
	memoryGiB: gibibytes,
	count: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(64))),
	unified: v.exactOptional(v.boolean()),
	systemMemoryGiB: v.exactOptional(gibibytes),
	computeCapability: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{1,2}\.\d{1,2}$/))),
	gfxVersion: v.exactOptional(v.pipe(v.string(), v.regex(/^gfx[0-9a-f]{3,5}$/))),
	runtimes: v.exactOptional(v.pipe(v.array(name), v.maxLength(64))),
});

/** A machine as a policy describes it. */
export type PolicyMachine = v.InferOutput<typeof machine>;

const exception = v.object({
	model: modelPattern,
	findings: v.exactOptional(v.pipe(v.array(v.picklist(findingCodes)), v.minLength(1))),
	reason: name,
	date: day,
	until: v.exactOptional(day),
});

/** The top-level keys of a policy, each with what it may hold. */
export const policyKeys = {
	$schema: v.string(),
	licenses: v.object({
		allow: v.exactOptional(names, []),
		allowClasses: v.exactOptional(classes, []),
		forbid: v.exactOptional(names, []),
		forbidClasses: v.exactOptional(classes, []),
		territories: v.exactOptional(v.array(v.picklist(territories)), []),
	}),
	organizations: v.object({
		allow: v.exactOptional(names, []),
		forbid: v.exactOptional(names, []),
	}),
	targets: v.pipe(v.array(v.union([name, machine])), v.maxLength(64)),
	contextTokens: tokens,
	embeddingDimension: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
	requirePin: v.boolean(),
	exceptions: v.pipe(v.array(exception), v.maxLength(10_000)),
	severities: v.object(
		Object.fromEntries(findingCodes.map((code) => [code, v.exactOptional(v.picklist(severities))])) as Record<
			(typeof findingCodes)[number],
			v.ExactOptionalSchema<v.PicklistSchema<typeof severities, undefined>, undefined>
		>,
	),
	exclude: names,
} as const;
