import type { RepoFile } from "../model/artifact.ts";
import type { Figure } from "../model/figure.ts";
import * as projector from "./projector.json";

/**
 * Bytes in memory of the projector that a vision model is loaded with, and of what it needs to look at an image.
 * `undefined` where its file's size is not known. Source and date: `projector.json`.
 */
export function estimateProjector(file: RepoFile): Figure | undefined {
	const { sizeBytes } = file;
	return sizeBytes === undefined
		? undefined
		: {
				value: sizeBytes * projector.factor,
				low: sizeBytes * projector.low,
				high: sizeBytes * projector.high,
				basis: "estimated",
				from: "fileSizes",
			};
}
