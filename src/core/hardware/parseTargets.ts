import * as v from "valibot";
import { type Device, type Target, vendors } from "./target.ts";

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
/** Up to 64 TiB: more is a mistyped unit. */
const bytes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 ** 46));
const vendor = v.picklist(vendors);

const deviceSchema = v.object({
	name: text,
	vendor,
	memoryBytes: v.optional(bytes),
	isUnified: v.optional(v.boolean()),
	limitBytes: v.optional(bytes),
	computeCapability: v.optional(v.pipe(v.string(), v.regex(/^\d{1,2}\.\d{1,2}$/))),
	gfxVersion: v.optional(v.pipe(v.string(), v.regex(/^gfx[0-9a-f]{3,5}$/))),
});

const targetSchema = v.object({
	id: text,
	name: text,
	vendor,
	devices: v.pipe(v.array(deviceSchema), v.maxLength(64)),
	systemMemoryBytes: v.optional(bytes),
	processor: v.optional(text),
	budgetBytes: v.optional(bytes),
	runtimes: v.optional(v.pipe(v.array(text), v.maxLength(64))),
	origin: v.picklist(["detected", "user", "preset"]),
	asOfMs: v.optional(v.pipe(v.number(), v.finite())),
});

/**
 * Targets as they were remembered on disk or written in settings, checked. Anything that is not a list is no target;
 * rows that do not hold, devices of another vendor than their target's, and repeated ids are left out. Never throws.
 */
export function parseTargets(json: unknown): Target[] {
	const targets: Target[] = [];
	for (const row of Array.isArray(json) ? json.slice(0, 1000) : []) {
		const target = parseTarget(row);
		if (target && !targets.some((other) => other.id === target.id)) {
			targets.push(target);
		}
	}
	return targets;
}

/** One target, checked; `undefined` if it does not hold. */
export function parseTarget(json: unknown): Target | undefined {
	const result = v.safeParse(targetSchema, json);
	if (!result.success) {
		return undefined;
	}
	const { devices, systemMemoryBytes, processor, budgetBytes, runtimes, asOfMs, ...identity } = result.output;
	return {
		...identity,
		devices: devices.filter((device) => device.vendor === identity.vendor).map(dropUndefined),
		...(systemMemoryBytes !== undefined && { systemMemoryBytes }),
		...(processor !== undefined && { processor }),
		...(budgetBytes !== undefined && { budgetBytes }),
		...(runtimes !== undefined && { runtimes }),
		...(asOfMs !== undefined && { asOfMs }),
	};
}

function dropUndefined(device: v.InferOutput<typeof deviceSchema>): Device {
	const { name, vendor: maker, memoryBytes, isUnified, limitBytes, computeCapability, gfxVersion } = device;
	return {
		name,
		vendor: maker,
		...(memoryBytes !== undefined && { memoryBytes }),
		...(isUnified !== undefined && { isUnified }),
		...(limitBytes !== undefined && { limitBytes }),
		...(computeCapability !== undefined && { computeCapability }),
		...(gfxVersion !== undefined && { gfxVersion }),
	};
}
