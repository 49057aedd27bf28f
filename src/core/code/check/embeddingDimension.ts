import type { Model } from "../../model/model.ts";

const embeddingTasks: ReadonlySet<string> = new Set(["sentence-similarity", "feature-extraction"]);

/** Whether a model makes vectors of texts, as far as its task tells. */
export function isEmbeddingModel({ task }: Model): boolean {
	return task !== undefined && embeddingTasks.has(task);
}

/**
 * The length of an embedding model's vectors: the size of its hidden states, unless a dense layer after them changes it, which
 * sentence-transformers keeps in a folder of its own (`2_Dense/`).
 */
export function readEmbeddingDimension(model: Model): number | undefined {
	const hasDenseLayer = model.artifacts?.some(({ files }) => files.some((file) => /^\d_Dense\//.test(file)));
	return isEmbeddingModel(model) && hasDenseLayer !== true ? model.architecture?.hiddenSize : undefined;
}
