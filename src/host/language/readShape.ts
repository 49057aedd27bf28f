import { isEmbeddingModel } from "../../core/code/check/embeddingDimension.ts";
import type { HubClient } from "../../core/hub/hubClient.ts";
import { isHubError } from "../../core/hub/hubError.ts";
import type { Model } from "../../core/model/model.ts";

/** Whether what is asked of a model's configuration is known: the length of its vectors, or else of its context. */
export function isShapeKnown(model: Model): boolean {
	return (isEmbeddingModel(model) ? model.architecture?.hiddenSize : model.contextLength) !== undefined;
}

/**
 * The model with what its configuration tells. Not every repository has one, and not everyone may read it: `undefined`. Throws
 * `HubError`.
 */
export async function readShape(
	hub: HubClient,
	model: Model,
	signal: AbortSignal,
): Promise<Model | undefined> {
	try {
		const shape = await hub.readArchitecture(model.repoId, model.revision, { signal, isBackground: true });
		const contextLength = model.contextLength ?? shape?.contextLength;
		return (
			shape && {
				...model,
				architecture: { ...model.architecture, ...shape.architecture },
				...(contextLength === undefined ? {} : { contextLength }),
			}
		);
	} catch (error) {
		if (isHubError(error, "notFound") || isHubError(error, "gated") || isHubError(error, "unauthorized")) {
			return undefined;
		}
		throw error;
	}
}
