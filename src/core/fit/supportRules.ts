import * as v from "valibot";
import type { Target } from "../hardware/target.ts";
import { vendors } from "../hardware/target.ts";
import { weightFormats } from "../model/artifact.ts";
import type { Candidate } from "./candidate.ts";
import supportRules from "./supportRules.json";

const rulesSchema = v.object({
	rules: v.array(
		v.object({
			id: v.string(),
			vendors: v.array(v.picklist(vendors)),
			/** Container formats that it is about; absent: any. */
			formats: v.optional(v.array(v.picklist(weightFormats))),
			/** Quantization methods that it is about; absent: any. */
			methods: v.optional(v.array(v.string())),
			/** Up to and with this NVIDIA compute capability; absent: all. */
			maxComputeCapability: v.optional(v.number()),
			/** These AMD gfx versions; absent: all. */
			gfxVersions: v.optional(v.array(v.string())),
			/** Sources disagree: show it as that. */
			isDisputed: v.optional(v.boolean()),
			/** Year and month. */
			asOf: v.string(),
			source: v.string(),
		}),
	),
});

/** A format that no runtime we know of runs on some hardware, with its date and source. */
export type SupportRule = v.InferOutput<typeof rulesSchema>["rules"][number];

let rules: readonly SupportRule[] | undefined;

/** The rule with that id, for its date and source. */
export function findSupportRule(id: string): SupportRule | undefined {
	return readRules().find((rule) => rule.id === id);
}

/**
 * The rule that says that a candidate cannot run on a target. `undefined` is "no rule", never "it runs". A rule about
 * some devices of a vendor counts only if all of the target's devices are known to be among them.
 */
export function matchSupportRule(candidate: Candidate, target: Target): SupportRule | undefined {
	if (candidate.format === "gguf") {
		return undefined;
	}
	return readRules().find(
		(rule) => rule.vendors.includes(target.vendor) && isAbout(rule, candidate) && coversDevices(rule, target),
	);
}

function isAbout({ formats, methods }: SupportRule, { format, method }: Candidate): boolean {
	return (
		(formats === undefined || (format !== undefined && formats.includes(format))) &&
		(methods === undefined || (method !== undefined && methods.includes(method)))
	);
}

function coversDevices({ maxComputeCapability, gfxVersions }: SupportRule, { devices }: Target): boolean {
	if (maxComputeCapability !== undefined) {
		return (
			devices.length > 0 &&
			devices.every(({ computeCapability }) => Number(computeCapability) <= maxComputeCapability)
		);
	}
	return (
		gfxVersions === undefined ||
		(devices.length > 0 &&
			devices.every(({ gfxVersion }) => gfxVersion !== undefined && gfxVersions.includes(gfxVersion)))
	);
}

function readRules(): readonly SupportRule[] {
	rules ??= v.parse(rulesSchema, supportRules).rules;
	return rules;
}
