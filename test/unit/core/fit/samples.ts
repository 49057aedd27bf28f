import { FitJudge, type NarrowCandidates } from "../../../../src/core/fit/fitJudge.ts";
import { readSupportTable } from "../../../../src/core/fit/support/supportTable.ts";
import type { Verdict } from "../../../../src/core/fit/verdict.ts";
import type { Device, Target, Vendor } from "../../../../src/core/hardware/target.ts";
import type { Model } from "../../../../src/core/model/model.ts";

/** Bytes in a GiB and a GB. */
export const gib = 1024 ** 3;
export const gb = 1e9;

const judge = new FitJudge(readSupportTable());

/** A text-generation model in safetensors, with what a test says of it. */
export function makeModel(repoId: string, facts: Partial<Model> = {}): Model {
	return {
		repoId,
		task: "text-generation",
		formats: ["safetensors"],
		security: "unknown",
		counters: {},
		readAtMs: 0,
		...facts,
	};
}

/** Parameters as the Hub tells them. */
export function countParameters(total: number): NonNullable<Model["parameters"]> {
	return { total: { value: total, basis: "read", from: "safetensorsTotal" } };
}

/** A target with one device for each memory size in GiB. */
export function makeTarget(
	vendor: Vendor,
	memoryGiB: readonly number[],
	facts: Partial<Target> & Partial<Device> = {},
): Target {
	const { computeCapability, gfxVersion, isUnified, limitBytes, ...target } = facts;
	return {
		id: "test",
		name: "Test",
		vendor,
		devices: memoryGiB.map((size) => ({
			name: "Device",
			vendor,
			memoryBytes: size * gib,
			...(computeCapability !== undefined && { computeCapability }),
			...(gfxVersion !== undefined && { gfxVersion }),
			...(isUnified !== undefined && { isUnified }),
			...(limitBytes !== undefined && { limitBytes }),
		})),
		origin: "user",
		...target,
	};
}

/** The verdict on what a model would best be loaded as. */
export function judgeBest(
	model: Model,
	target: Target,
	contextTokens: number,
	narrow?: NarrowCandidates,
): Verdict {
	return judge.judgeBest(model, target, contextTokens, narrow).verdict;
}
