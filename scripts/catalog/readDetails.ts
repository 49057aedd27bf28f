import type { Derivatives } from "../../src/core/adoption/derivatives.ts";
import { mergeModels } from "../../src/core/catalog/mergeModels.ts";
import type { HubClient } from "../../src/core/hub/hubClient.ts";
import { HubError, isHubError } from "../../src/core/hub/hubError.ts";
import type { Model } from "../../src/core/model/model.ts";
import { relations } from "../../src/core/model/relation.ts";

/** What the catalog keeps of one model. */
export interface ModelDetails {
	readonly model: Model;
	readonly derivatives: Derivatives;
}

/** Largest derivatives kept by relation: what a screen shows before anything is asked for. */
const keptLargest = 5;

/** A model as listed, completed by its own page, its configuration and its derivatives: up to six requests. */
export async function readDetails(client: HubClient, listed: Model): Promise<ModelDetails> {
	const page = await client.readModel(listed.repoId);
	const model = await addShape(client, mergeModels(listed, page));
	return { model, derivatives: await readChildren(client, model.repoId, page.derivativeCounts) };
}

/** The same from a Hub that serves recordings: nothing of the page that it made up, and counts that are of a sample. */
export async function readRecordedDetails(client: HubClient, listed: Model): Promise<ModelDetails> {
	const { derivativeCounts } = await client.readModel(listed.repoId);
	const derivatives = await readChildren(client, listed.repoId, derivativeCounts);
	return { model: await addShape(client, listed), derivatives: { ...derivatives, scope: "sample" } };
}

/** Without a configuration, or with one that is closed to us, the shape stays as unknown as it is. */
async function addShape(client: HubClient, model: Model): Promise<Model> {
	try {
		const facts = await client.readArchitecture(model.repoId, undefined);
		return facts === undefined ? model : { ...facts, ...model, architecture: facts.architecture };
	} catch (error) {
		if (isHubError(error, "notFound") || isHubError(error, "gated") || isHubError(error, "unauthorized")) {
			return model;
		}
		throw error;
	}
}

async function readChildren(
	client: HubClient,
	repoId: string,
	counts: Model["derivativeCounts"],
): Promise<Derivatives> {
	const { derivatives } = await client.listDerivatives(repoId, counts);
	const { byRelation, ...rest } = derivatives;
	const kept: { -readonly [K in keyof Derivatives["byRelation"]]: Derivatives["byRelation"][K] } = {};
	for (const relation of relations) {
		const children = byRelation[relation];
		if (children === undefined) {
			throw new HubError("badResponse", `The ${relation} derivatives of ${repoId} could not be read.`);
		}
		kept[relation] = { ...children, largest: children.largest.slice(0, keptLargest) };
	}
	return { ...rest, byRelation: kept };
}
