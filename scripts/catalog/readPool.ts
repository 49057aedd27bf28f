import { getBucketRange, parameterBuckets } from "../../src/core/catalog/parameterBuckets.ts";
import type { HubClient } from "../../src/core/hub/hubClient.ts";
import type { FieldSet, HubListQuery } from "../../src/core/hub/hubListQuery.ts";
import type { Model } from "../../src/core/model/model.ts";

const tasks = [
	"any-to-any",
	"audio-classification",
	"audio-text-to-text",
	"automatic-speech-recognition",
	"depth-estimation",
	"feature-extraction",
	"fill-mask",
	"image-classification",
	"image-feature-extraction",
	"image-segmentation",
	"image-text-to-text",
	"image-to-3d",
	"image-to-image",
	"image-to-text",
	"image-to-video",
	"mask-generation",
	"object-detection",
	"question-answering",
	"sentence-similarity",
	"summarization",
	"text-classification",
	"text-generation",
	"text-ranking",
	"text-to-audio",
	"text-to-image",
	"text-to-speech",
	"text-to-video",
	"time-series-forecasting",
	"token-classification",
	"translation",
	"visual-document-retrieval",
	"zero-shot-classification",
	"zero-shot-image-classification",
];

const licenses = [
	"agpl-3.0",
	"apple-amlr",
	"bigcode-openrail-m",
	"bsd-3-clause",
	"cc-by-4.0",
	"cc-by-nc-4.0",
	"cc-by-nc-sa-4.0",
	"cc-by-sa-4.0",
	"creativeml-openrail-m",
	"gemma",
	"gpl-3.0",
	"llama2",
	"llama3",
	"llama3.1",
	"llama3.2",
	"llama3.3",
	"llama4",
	"mit",
	"openrail++",
	"other",
];

/**
 * The models that a catalog is chosen from: what trends, and the most downloaded in all and of each task, size bucket and
 * license, and the well-known ones. About 140 requests.
 */
export async function readPool(client: HubClient, wellKnown: Iterable<string>): Promise<Model[]> {
	const queries: HubListQuery[] = [
		{ sort: "trending", limit: 500 },
		{ sort: "downloads", limit: 500 },
		...tasks.map((task): HubListQuery => ({ task, sort: "downloads", limit: 50 })),
		...parameterBuckets.map(
			(bucket): HubListQuery => ({ parameters: getBucketRange(bucket), sort: "downloads", limit: 100 }),
		),
		...licenses.map((id): HubListQuery => ({ tags: [`license:${id}`], sort: "downloads", limit: 50 })),
		...[...wellKnown].map((text): HubListQuery => ({ text, sort: "downloads", limit: 20 })),
	];
	const pool = new Map<string, Model>();
	for (const query of queries) {
		const { models } = await client.listModels(query, { fields: "catalog" });
		for (const model of models) {
			pool.set(model.repoId, model);
		}
	}
	return [...pool.values()];
}

/**
 * All models of a Hub that serves recordings. It makes up what its recordings lack (ids, revisions, files, who may
 * download), so that only what stands in the rows themselves is taken.
 */
export async function readRecordedPool(client: HubClient): Promise<Model[]> {
	const formats = new Map<string, Model["formats"]>();
	for (const model of await readAll(client, "browse")) {
		formats.set(model.repoId, model.formats);
	}
	return (await readAll(client, "catalog")).map((model) => {
		const {
			hubId: _hubId,
			revision: _revision,
			artifacts: _artifacts,
			gating: _gating,
			isPrivate: _isPrivate,
			isDisabled: _isDisabled,
			...recorded
		} = model;
		return { ...recorded, formats: formats.get(model.repoId) ?? [] };
	});
}

async function readAll(client: HubClient, fields: FieldSet): Promise<Model[]> {
	const found = new Map<string, Model>();
	let cursor: string | undefined;
	do {
		const page = await client.listModels(
			{ sort: "downloads", limit: 1000 },
			{ fields, ...(cursor === undefined ? {} : { cursor }) },
		);
		for (const model of page.models) {
			found.set(model.repoId, model);
		}
		cursor = page.nextCursor;
	} while (cursor !== undefined);
	return [...found.values()];
}
