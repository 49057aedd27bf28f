import type { HubClient } from "../../core/hub/hubClient.ts";
import type { ConfigFacts } from "../../core/hub/wire/mapConfig.ts";
import type { Artifact } from "../../core/model/artifact.ts";
import type { Model } from "../../core/model/model.ts";

/** A header takes one request, or two where the vocabulary is large. */
const headerRequests = 2;

/** What was found, and how many requests at most it took. */
interface FoundShape {
	readonly shape: ConfigFacts | undefined;
	readonly requests: number;
}

/**
 * The shape of a model whose own configuration is missing or closed to us: its base's, if it is a quantization, as it is
 * known or by one request; else what the smallest GGUF file tells, its own or that of a quantization that was read.
 * `pass` gives nothing for what cannot be read.
 */
export async function readShapeElsewhere(
	hub: HubClient,
	model: Model,
	findModel: (repoId: string) => Model | undefined,
	mostRequests: number,
	signal: AbortSignal,
	pass: <T>(part: Promise<T>) => Promise<T | undefined>,
): Promise<FoundShape> {
	const baseId = model.baseModels?.relation === "quantized" ? model.baseModels.repoIds[0] : undefined;
	const base = baseId === undefined ? undefined : findModel(baseId);
	if (base?.architecture?.layers !== undefined) {
		const { architecture, contextLength } = base;
		return { shape: { architecture, ...(contextLength && { contextLength }) }, requests: 0 };
	}
	let requests = 0;
	if (baseId !== undefined && requests < mostRequests) {
		requests += 1;
		const shape = await pass(hub.readArchitecture(baseId, undefined, { signal }));
		if (shape) {
			return { shape, requests };
		}
	}
	const file = findSmallestGguf(model);
	if (file && requests + headerRequests <= mostRequests) {
		requests += headerRequests;
		return { shape: await pass(hub.readGgufHeader(file, { signal })), requests };
	}
	return { shape: undefined, requests };
}

function findSmallestGguf(model: Model): { readonly repoId: string; readonly file: string } | undefined {
	const held = [{ repoId: model.repoId, artifacts: model.artifacts }, ...(model.offers ?? [])];
	const files = held.flatMap(({ repoId, artifacts = [] }) =>
		artifacts.filter(({ format }) => format === "gguf").map((artifact) => ({ repoId, artifact })),
	);
	const size = ({ sizeBytes }: Artifact): number => sizeBytes ?? Number.POSITIVE_INFINITY;
	const [smallest] = files.sort((a, b) => size(a.artifact) - size(b.artifact));
	const [file] = smallest?.artifact.files ?? [];
	return smallest && file !== undefined ? { repoId: smallest.repoId, file } : undefined;
}
