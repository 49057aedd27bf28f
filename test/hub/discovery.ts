import type { DataSet } from "./dataSet.ts";
import type { HubModel } from "./hubModel.ts";
import { type Reply, replyError, replyJson } from "./reply.ts";
import { readNumber, readRecords } from "./rowFields.ts";
import { hashStably } from "./stableHash.ts";

/** `GET /api/quicksearch`: type-ahead over ids, best first, with the count of all that match. */
export function searchQuickly(data: DataSet, query: URLSearchParams): Reply {
	const limit = readLimit(query, 5);
	if (limit === undefined) {
		return replyError(400, "Invalid limit parameter");
	}
	const text = query.get("q") ?? "";
	const wanted = text.toLowerCase();
	const types = [...query.getAll("type"), ...query.getAll("type[]")];
	const isModelWanted = types.length === 0 || types.includes("model") || types.includes("all");
	const found = isModelWanted
		? [...data.models].filter(
				(model) =>
					!model.isPrivate &&
					model.id.toLowerCase().includes(wanted) &&
					hasTag(model, query.get("library")) &&
					hasTag(model, query.get("pipelines")) &&
					hasTag(model, query.get("lang")) &&
					[model.author, null].includes(query.get("namespace")) &&
					!query.getAll("exclude").includes(model.id),
			)
		: [];
	found.sort((a, b) => weigh(b) - weigh(a));
	return replyJson({
		q: text,
		models: found.slice(0, limit).map((model) => ({ id: model.id, trendingWeight: weigh(model) })),
		modelsCount: found.length,
		datasets: [],
		datasetsCount: 0,
		spaces: [],
		spacesCount: 0,
		orgs: [],
		users: [],
		papers: [],
		papersCount: 0,
		collections: [],
		collectionsCount: 0,
		buckets: [],
		bucketsCount: 0,
		kernels: [],
		kernelsCount: 0,
	});
}

/** `GET /api/trending`: at most twenty, in a shape of its own, without the `_id` of the model. */
export function listTrending(data: DataSet, query: URLSearchParams): Reply {
	const limit = readLimit(query, 10);
	const type = query.get("type") ?? "all";
	if (limit === undefined || !["all", "dataset", "model", "space"].includes(type)) {
		return replyError(400, `Invalid ${limit === undefined ? "limit" : "type"} parameter`);
	}
	const isModelWanted = type === "all" || type === "model";
	const models = isModelWanted ? [...data.models].filter((model) => !model.isPrivate) : [];
	models.sort((a, b) => weigh(b) - weigh(a));
	return replyJson({
		recentlyTrending: models.slice(0, limit).map((model) => ({
			repoType: "model",
			repoData: describeTrending(model),
		})),
	});
}

function readLimit(query: URLSearchParams, ifAbsent: number): number | undefined {
	const limit = Number(query.get("limit") ?? ifAbsent);
	return Number.isInteger(limit) && limit >= 1 && limit <= 20 ? limit : undefined;
}

function hasTag(model: HubModel, tag: string | null): boolean {
	return tag === null || model.filterTags.has(tag);
}

function weigh(model: HubModel): number {
	return readNumber(model.row, "trendingScore") ?? 0;
}

function describeTrending(model: HubModel): Record<string, unknown> {
	const { row } = model;
	return {
		author: model.author,
		authorData: {
			_id: hashStably(`author ${model.author}`, 24),
			avatarUrl: "/avatars/0.svg",
			fullname: model.author,
			name: model.author,
			type: "org",
			isHf: false,
			isHfAdmin: false,
			isMod: false,
		},
		downloads: row["downloads"] ?? 0,
		gated: model.gated,
		id: model.id,
		availableInferenceProviders: readRecords(row, "inferenceProviderMapping").map((entry) => ({
			provider: entry["provider"],
			modelStatus: entry["status"],
			providerStatus: "live",
			providerId: entry["providerId"],
			task: entry["task"],
			isCheapestPricingOutput: false,
			isFastestThroughput: false,
			isModelAuthor: false,
		})),
		isLikedByUser: false,
		lastModified: row["lastModified"],
		likes: row["likes"] ?? 0,
		...(typeof row["pipeline_tag"] === "string" ? { pipeline_tag: row["pipeline_tag"] } : {}),
		private: false,
		repoType: "model",
		widgetOutputUrls: [],
		...(model.numParameters === undefined ? {} : { numParameters: model.numParameters }),
	};
}
