import type { Figure } from "../model/figure.ts";
import type { Architecture, Model } from "../model/model.ts";
import { countKvBytes, hasUnevenLayers, readKvLayers } from "./kvLayers.ts";
import * as shapes from "./kvShapes.json";
import { countRecurrentBytes } from "./recurrentState.ts";
import { findTypicalShape } from "./typicalShape.ts";

const generativeTasks: ReadonlySet<string> = new Set(shapes.generativeTasks);
const sequenceTasks: ReadonlySet<string> = new Set(shapes.sequenceTasks);
const encoderArchitecture = new RegExp(shapes.encoderArchitecture);
const encoderName = new RegExp(shapes.encoderName, "i");

/**
 * Whether a model keeps a KV cache that grows with the context. Encoders, rerankers, diffusion and audio models do not
 * (or keep one that is small and bounded); of tasks that both kinds are for, those whose configuration tells key heads
 * do. Without a task: a model that tells a context or comes as GGUF is taken for a decoder, unless it is named otherwise.
 */
export function hasKvCache(model: Model): boolean {
	const { task, architecture } = model;
	if (task === undefined) {
		return (model.contextLength !== undefined || model.formats.includes("gguf")) && !isNamedEncoder(model);
	}
	return (
		generativeTasks.has(task) ||
		(sequenceTasks.has(task) && (architecture?.kvHeads !== undefined || architecture?.kvGroups !== undefined))
	);
}

/** Whether a model is an embedding model, a reranker or another encoder by its name or that of its architecture. */
export function isNamedEncoder({
	repoId,
	architecture,
}: {
	readonly repoId: string;
	readonly architecture?: Architecture;
}): boolean {
	const kind = architecture?.name?.toLowerCase().replace(/[^a-z0-9]/g, "") ?? "";
	return encoderArchitecture.test(kind) || encoderName.test(repoId);
}

/** The context that is judged: what was asked for, or the model's own limit where that is less. In tokens, at least 1. */
export function limitContext(model: Model, contextTokens: number): number {
	const limit = model.contextLength?.value ?? Number.POSITIVE_INFINITY;
	return Math.max(1, Math.min(contextTokens, limit > 0 ? limit : Number.POSITIVE_INFINITY));
}

/**
 * Bytes of the f16 KV cache of one sequence at a context length: computed where the architecture tells layers and
 * heads (MHA, GQA, MLA, sliding windows, layers without attention), else estimated from what is usual for so many
 * parameters. The state of
 * layers without attention is in it where its sizes are told; it does not grow.
 */
export function estimateKvCache(model: Model, contextTokens: number, parameters: number): Figure {
	const { architecture } = model;
	const groups = architecture && readKvLayers(architecture);
	if (groups) {
		const value = countKvBytes(groups, { contextTokens }) + countRecurrentBytes(architecture);
		return isExact(architecture)
			? { value, basis: "computed", from: "architecture" }
			: { value, low: value / 8, high: value, basis: "estimated", from: "architecture" };
	}
	const typical = findTypicalShape(parameters);
	const perToken = { layers: 1, keySize: 1, valueSize: 0 };
	const cells = countKvBytes([perToken], { contextTokens, keyBytes: 1 });
	return {
		value: typical.bytesPerToken * cells,
		low: typical.low * cells,
		high: typical.high * cells,
		basis: "estimated",
		from: "typicalArchitecture",
	};
}

/** Configurations without `num_key_value_heads` mean as many as heads, but a partial reading looks the same. */
function isExact(architecture: Architecture): boolean {
	const isTold =
		architecture.kvHeads !== undefined ||
		architecture.mlaCacheSize !== undefined ||
		architecture.kvGroups !== undefined;
	return isTold && !hasUnevenLayers(architecture);
}
