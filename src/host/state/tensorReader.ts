import { findUnreadTensors, withTensors } from "../../core/fit/withTensors.ts";
import type { HubClient } from "../../core/hub/hubClient.ts";
import type { Model } from "../../core/model/model.ts";

/** A model with what was read of its tensors, and how many requests that took. */
interface ReadTensors {
	readonly model: Model;
	readonly requests: number;
}

/**
 * Reads the headers of a model's checkpoint where they say more than is known, if the requests reach for all of its
 * files: a part of them tells nothing of the whole. `pass` gives nothing for what cannot be read.
 */
export async function readTensors(
	hub: HubClient,
	model: Model,
	mostRequests: number,
	signal: AbortSignal,
	pass: <T>(part: Promise<T>) => Promise<T | undefined>,
): Promise<ReadTensors> {
	const set = findUnreadTensors(model);
	if (!set || set.files.length > mostRequests) {
		return { model, requests: 0 };
	}
	const { repoId, revision, quantization } = model;
	const at = {
		repoId,
		files: set.files,
		...(revision !== undefined && { revision }),
		...(quantization?.bits !== undefined && { declaredBits: quantization.bits }),
	};
	const tensors = await pass(hub.readTensors(at, { signal }));
	return { model: tensors ? withTensors(model, set, tensors) : model, requests: set.files.length };
}
