import * as v from "valibot";
import { type TargetHardware, vendors } from "../../hardware/target.ts";
import { weightFormats } from "../../model/artifact.ts";
import type { Candidate } from "../candidate.ts";
import formatRules from "./formatRules.json";

const rulesSchema = v.object({
	rules: v.array(
		v.object({
			/** Container formats that it is about; absent: any. */
			formats: v.optional(v.array(v.picklist(weightFormats))),
			/** Quantization methods that it is about; absent: any. */
			methods: v.optional(v.array(v.string())),
			/** The id of the table's rule, by vendor. */
			on: v.partial(v.object(v.entriesFromList(vendors, v.string()))),
			/** Up to and with this NVIDIA compute capability; absent: all. */
			maxComputeCapability: v.optional(v.number()),
			/** These AMD gfx versions; absent: all. */
			gfxVersions: v.optional(v.array(v.string())),
		}),
	),
});

type Rule = v.InferOutput<typeof rulesSchema>["rules"][number];

let rules: readonly Rule[] | undefined;

/**
 * The id of the rule of the table that says that a candidate's format as such does not run on a target. It is asked
 * where no runtime is known to run it: what is not known of some of them is a "no" then. `undefined` is "no rule",
 * never "it runs". A rule about some devices of a vendor counts only if all of the target's devices are known to be
 * among them.
 */
export function matchFormatRule(candidate: Candidate, target: TargetHardware): string | undefined {
	if (candidate.format === "gguf") {
		return undefined;
	}
	rules ??= v.parse(rulesSchema, formatRules).rules;
	const found = rules.find(
		(rule) => rule.on[target.vendor] !== undefined && isAbout(rule, candidate) && coversDevices(rule, target),
	);
	return found?.on[target.vendor];
}

function isAbout({ formats, methods }: Rule, { format, method }: Candidate): boolean {
	return (
		(formats === undefined || (format !== undefined && formats.includes(format))) &&
		(methods === undefined || (method !== undefined && methods.includes(method)))
	);
}

function coversDevices(
	{ maxComputeCapability, gfxVersions }: Rule,
	{ devices = [] }: TargetHardware,
): boolean {
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
