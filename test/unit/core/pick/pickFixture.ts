import type { Target } from "../../../../src/core/hardware/target.ts";
import { classifyLicense } from "../../../../src/core/license/resolveLicense.ts";
import type { Model } from "../../../../src/core/model/model.ts";
import type { Needs } from "../../../../src/core/pick/needs.ts";
import { type PickInput, pickCandidates } from "../../../../src/core/pick/pickCandidates.ts";
import { readEvidenceTable } from "../../../../src/core/pick/quality/evidenceTable.ts";
import { judgeBest } from "../fit/samples.ts";

export const nowMs = Date.UTC(2026, 4, 21);
export const gibibyte = 1024 ** 3;

/** What a model of the tests is told by; everything else is usual. */
export interface Facts {
	readonly billions?: number;
	readonly license?: string;
	readonly languages?: readonly string[];
	readonly context?: number;
	readonly downloads?: number;
	readonly likes?: number;
	readonly base?: string;
	readonly relation?: "finetune" | "adapter" | "merge" | "quantized";
	readonly months?: number;
	readonly task?: string;
}

export function model(repoId: string, facts: Facts = {}): Model {
	const { billions = 7, license = "apache-2.0", context = 32_768, task = "text-generation" } = facts;
	return {
		repoId,
		task,
		library: "transformers",
		formats: ["safetensors"],
		storedBits: 16,
		parameters: { total: { value: billions * 1e9, basis: "read", from: "safetensorsTotal" } },
		security: "unknown",
		gating: "open",
		counters: { downloads30d: facts.downloads ?? 50_000, likes: facts.likes ?? 100 },
		createdAtMs: nowMs - (facts.months ?? 6) * 30 * 86_400_000,
		readAtMs: nowMs,
		...(license === "" ? {} : { license: { id: license, origin: "tag" as const } }),
		...(facts.languages === undefined ? {} : { languages: facts.languages }),
		...(context === 0
			? {}
			: { contextLength: { value: context, basis: "read" as const, from: "config" as const } }),
		...(facts.base === undefined
			? {}
			: { baseModels: { relation: facts.relation ?? "finetune", repoIds: [facts.base] } }),
	};
}

export function card(gigabytes: number): Target {
	return {
		id: "card",
		name: "Card",
		vendor: "nvidia",
		devices: [
			{ name: "Card", vendor: "nvidia", memoryBytes: gigabytes * gibibyte, computeCapability: "8.9" },
		],
		systemMemoryBytes: 64 * gibibyte,
		origin: "user",
	};
}

export function pick(models: readonly Model[], needs: Partial<Needs> = {}) {
	return pickCandidates(input(models, needs));
}

export function input(models: readonly Model[], needs: Partial<Needs> = {}): PickInput {
	return {
		models,
		needs: { tasks: ["text-generation"], contextTokens: 8_192, targets: [], ...needs },
		classifyLicense,
		quality: readEvidenceTable(),
		judge: judgeBest,
		nowMs,
	};
}

export const ids = (list: readonly { readonly model: Model }[]) => list.map((each) => each.model.repoId);
