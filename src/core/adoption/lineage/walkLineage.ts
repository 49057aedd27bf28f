import { HubError } from "../../hub/hubError.ts";
import type { Model } from "../../model/model.ts";
import type { Relation } from "../../model/relation.ts";
import { mostLevels } from "./familyTree.ts";
import {
	defaultLineageBudget,
	type LineageRequest,
	type LineageState,
	nameRequest,
	planLineage,
} from "./planLineage.ts";

/** Where a lineage is read. Both throw `HubError`. */
export interface LineageSource {
	/** A model by its id, in any case and also a former one; the answer has its present id. */
	readModel(repoId: string, signal: AbortSignal): Promise<Model>;
	/** Direct children by a relation, the most downloaded first. */
	listChildren(repoId: string, relation: Relation, signal: AbortSignal): Promise<readonly Model[]>;
}

/** What a request has told. */
export interface LineageStep {
	readonly models: readonly Model[];
	/** Requests so far, of `budget`. */
	readonly spent: number;
	readonly budget: number;
	/** A former id, or one in another case, and what the model is called now. */
	readonly renamed?: { readonly from: string; readonly to: string };
	/** A parent that the Hub does not have, or does not show. */
	readonly missing?: string;
}

/** How a walk ended. `complete`: all that was to be followed was; `budget`: the requests ran out before that. */
export type LineageEnd = "complete" | "budget" | "cancelled";

/** So many requests at once: a tree grows while one looks on, and leaves the limit to others. */
const mostAtOnce = 3;

interface Walk {
	parents: LineageState["parents"];
	holders: (LineageState["holders"][number] & { readonly downloads: number })[];
	readonly asked: Set<string>;
	readonly known: Set<string>;
	spent: number;
}

/**
 * Reads a model's lineage: up to the root, then down to the largest derivatives by relation, to six levels, in at most
 * `budget` requests. Each answer is told at once. A parent that the Hub does not have is told as missing, a cycle ends.
 * Any other failure ends the walk and is thrown; what was told by then stays.
 */
export async function walkLineage(
	model: Model,
	source: LineageSource,
	tell: (step: LineageStep) => void,
	options: { readonly signal: AbortSignal; readonly budget?: number },
): Promise<LineageEnd> {
	const { signal, budget = defaultLineageBudget } = options;
	const walk: Walk = { parents: [], holders: [], asked: new Set(), known: new Set(), spent: 0 };
	walk.asked.add(nameRequest({ kind: "model", repoId: model.repoId, level: 0 }));
	addHolder(walk, model, 0);
	addParents(walk, model, 0);
	for (;;) {
		const plan = planLineage(walk, budget);
		if (plan.length === 0) {
			return walk.spent >= budget && planLineage(walk, Number.POSITIVE_INFINITY).length > 0
				? "budget"
				: "complete";
		}
		const batch = plan.slice(0, mostAtOnce);
		for (const request of batch) {
			walk.asked.add(nameRequest(request));
		}
		walk.spent += batch.length;
		const ask = async (request: LineageRequest): Promise<void> => {
			const step = await answer(request, walk, source, signal);
			if (!signal.aborted) {
				tell({ ...step, spent: walk.spent, budget });
			}
		};
		const settled = await Promise.allSettled(batch.map(ask));
		if (signal.aborted) {
			return "cancelled";
		}
		for (const result of settled) {
			if (result.status === "rejected") {
				throw result.reason;
			}
		}
	}
}

async function answer(
	request: LineageRequest,
	walk: Walk,
	source: LineageSource,
	signal: AbortSignal,
): Promise<Omit<LineageStep, "spent" | "budget">> {
	const { repoId, level } = request;
	if (request.kind === "children") {
		const models = await source.listChildren(repoId, request.relation, signal);
		for (const child of models) {
			addHolder(walk, child, level);
		}
		return { models };
	}
	try {
		const model = await source.readModel(repoId, signal);
		walk.asked.add(nameRequest({ ...request, repoId: model.repoId }));
		addParents(walk, model, level);
		return {
			models: [model],
			...(model.repoId === repoId ? {} : { renamed: { from: repoId, to: model.repoId } }),
		};
	} catch (error) {
		if (error instanceof HubError && (error.code === "notFound" || error.code === "gated")) {
			return { models: [], missing: repoId };
		}
		throw error;
	}
}

function addParents(walk: Walk, { baseModels }: Model, level: number): void {
	if (level < mostLevels) {
		walk.parents = [
			...walk.parents,
			...(baseModels?.repoIds ?? []).map((repoId) => ({ repoId, level: level + 1 })),
		].sort((a, b) => a.level - b.level);
	}
}

/** The most downloaded first, so that they are followed before the requests run out. */
function addHolder(walk: Walk, { repoId, derivativeCounts, counters }: Model, level: number): void {
	const key = repoId.toLowerCase();
	if (walk.known.has(key)) {
		return;
	}
	walk.known.add(key);
	walk.holders.push({
		repoId,
		level,
		downloads: counters.downloads30d ?? 0,
		...(derivativeCounts === undefined ? {} : { childCounts: derivativeCounts }),
	});
	walk.holders.sort((a, b) => b.downloads - a.downloads);
}
