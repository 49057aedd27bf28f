import type { BaseModels, Counters, Gating, Model } from "../../model/model.ts";
import { isRelation, type Relation, relations } from "../../model/relation.ts";
import { isRepoId } from "../../model/repoId.ts";
import { collectArtifacts } from "./artifactSets.ts";
import { mapConfig } from "./mapConfig.ts";
import { mapFormats } from "./mapFormats.ts";
import { mapLanguages } from "./mapLanguages.ts";
import { mapLicense } from "./mapLicense.ts";
import { mapMixture } from "./mapMixture.ts";
import { mapParameters } from "./mapParameters.ts";
import { isMlxRow, mapQuantization, mapStoredBits } from "./mapQuantization.ts";
import { mapStatedResults } from "./mapStatedResults.ts";
import { readWireRow, type WireRow } from "./wireRow.ts";

const mostBaseModels = 50;

/**
 * The one way from a row of the Hub to a `Model`. It takes any JSON value and never throws: a field that is missing or
 * not as it should be is unknown, and a row without a valid repository id is `undefined`. `readAtMs` is when the Hub
 * said it.
 */
export function mapModel(json: unknown, readAtMs: number): Model | undefined {
	const row = readWireRow(json);
	if (row === undefined || !isRepoId(row.id)) {
		return undefined;
	}
	const quantization = mapQuantization(row);
	const isMixture = mapMixture(row);
	const artifacts =
		row.siblings === undefined
			? undefined
			: collectArtifacts(row.siblings, { isMlx: isMlxRow(row), quantization });
	const config = mapConfig(row.config);
	const ggufName = row.gguf?.architecture;
	return {
		repoId: row.id,
		formats: mapFormats(row, artifacts),
		security: row.securityRepoStatus ?? "unknown",
		counters: mapCounters(row),
		readAtMs,
		...omitUnknown({
			hubId: row._id,
			author: mapAuthor(row),
			task: row.pipeline_tag === "unknown" ? undefined : row.pipeline_tag,
			library: row.library_name,
			languages: mapLanguages(row),
			license: mapLicense(row),
			parameters: mapParameters(row, quantization, isMixture === true),
			isMixtureOfExperts: isMixture,
			hasChatTemplate: row.tags?.includes("conversational"),
			quantization,
			storedBits: mapStoredBits(row, quantization),
			contextLength: mapContext(row) ?? config?.contextLength,
			architecture: config?.architecture ?? (ggufName === undefined ? undefined : { name: ggufName }),
			gating: mapGating(row.gated),
			isPrivate: row.private,
			isDisabled: row.disabled,
			hasCustomCode: mapCustomCode(row),
			createdAtMs: row.createdAt,
			lastModifiedMs: row.lastModified,
			baseModels: mapBaseModels(row),
			derivativeCounts: mapDerivativeCounts(row),
			successor: mapSuccessor(row),
			artifacts,
			statedResults: mapStatedResults(row.evalResults, row["model-index"]),
			revision: row.sha,
		}),
	};
}

type Known<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Unknown fields are absent, so that records are small and equal when they say the same. */
function omitUnknown<T extends object>(fields: T): Known<T> {
	const known: Known<T> = {};
	for (const key of Object.keys(fields) as (keyof T)[]) {
		const value = fields[key];
		if (value !== undefined) {
			known[key] = value as Exclude<T[keyof T], undefined>;
		}
	}
	return known;
}

function mapAuthor(row: WireRow): string | undefined {
	const slash = row.id.indexOf("/");
	return slash > 0 ? row.id.slice(0, slash) : row.author;
}

function mapCounters(row: WireRow): Counters {
	return omitUnknown({
		downloads30d: row.downloads,
		downloadsAllTime: row.downloadsAllTime,
		likes: row.likes,
		trendingScore: row.trendingScore,
	});
}

function mapContext(row: WireRow): Model["contextLength"] {
	const value = row.gguf?.context_length;
	return value === undefined || value < 1 ? undefined : { value, basis: "read", from: "config" };
}

function mapGating(gated: WireRow["gated"]): Gating | undefined {
	if (gated === false) {
		return "open";
	}
	return gated === "auto" || gated === "manual" ? gated : undefined;
}

/** The Hub tags what runs its own code on loading, so a list of tags without it tells as much. */
function mapCustomCode({ config, tags }: WireRow): boolean | undefined {
	if (tags?.includes("custom_code") === true || config?.["auto_map"] !== undefined) {
		return true;
	}
	return tags === undefined ? undefined : false;
}

/**
 * From the field, else from the tags `base_model:RELATION:ID` and `base_model:ID`. Where tags were told and none names a
 * base, the model derives from no other: an empty list, which is not "unknown".
 */
function mapBaseModels(row: WireRow): BaseModels | undefined {
	const tagged = (row.tags ?? []).flatMap((tag) => parseBaseTag(tag) ?? []);
	const relation = row.baseModels?.relation ?? tagged.find((base) => base.relation !== undefined)?.relation;
	const named = row.baseModels?.models ?? tagged.map((base) => base.repoId);
	const repoIds = [...new Set(named)].filter((id) => isRepoId(id) && id !== row.id).slice(0, mostBaseModels);
	if (repoIds.length === 0) {
		return row.tags === undefined && row.baseModels === undefined ? undefined : { repoIds };
	}
	const revision = row.cardData?.base_model_revision;
	return {
		...(relation !== undefined && isRelation(relation) && { relation }),
		repoIds,
		...(revision !== undefined && { revision }),
	};
}

function parseBaseTag(tag: string): { relation?: Relation; repoId: string } | undefined {
	const [, relation, repoId] = /^base_model:(?:([a-z]+):)?([^:]+)$/.exec(tag) ?? [];
	if (repoId === undefined) {
		return undefined;
	}
	return relation !== undefined && isRelation(relation) ? { relation, repoId } : { repoId };
}

/** The card's `new_version`: https://huggingface.co/docs/hub/model-cards#specifying-a-new-version (2026-08-20). */
function mapSuccessor({ id, cardData }: WireRow): string | undefined {
	const named = cardData?.new_version;
	return named !== undefined && named !== id && isRepoId(named) ? named : undefined;
}

function mapDerivativeCounts({ childrenModelCount }: WireRow): Model["derivativeCounts"] {
	if (childrenModelCount === undefined) {
		return undefined;
	}
	const counts = relations.map((relation) => [relation, childrenModelCount.get(relation)] as const);
	return Object.fromEntries(counts.filter(([, count]) => count !== undefined));
}
