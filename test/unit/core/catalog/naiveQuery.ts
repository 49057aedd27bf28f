import { measureAttention } from "../../../../src/core/catalog/attention.ts";
import type { QueryResult } from "../../../../src/core/catalog/catalog.ts";
import type { ModelTraits } from "../../../../src/core/catalog/catalogIndex.ts";
import type { Facet, Facets } from "../../../../src/core/catalog/facets.ts";
import { findParameterBucket, parameterBuckets } from "../../../../src/core/catalog/parameterBuckets.ts";
import {
	type DerivedFromFilter,
	type FilterField,
	type Filters,
	filterFields,
	type Query,
} from "../../../../src/core/catalog/query.ts";
import type { Model } from "../../../../src/core/model/model.ts";

type Judgement = "pass" | "fail" | "unknown";

/** What a query must answer, told the plainest way: one model after the other, one field after the other. */
export function queryNaively(models: readonly Model[], query: Query, traits: ModelTraits): QueryResult {
	const filters = query.filters ?? {};
	const found = models.filter((model) => matchesText(model, query.text ?? ""));
	const judged = found.map((model) => ({ model, fails: findFailures(model, filters, traits) }));
	const matches = judged.filter(({ fails }) => fails.size === 0).map(({ model }) => model);
	const sorted = [...matches].sort((a, b) => compareModels(a, b, query));
	const hiddenUnknown: Partial<Record<FilterField, number>> = {};
	const blockedOnlyBy: Partial<Record<FilterField, number>> = {};
	for (const { fails } of judged) {
		const isOnlyUnknown = [...fails.values()].every((judgement) => judgement === "unknown");
		for (const field of fails.keys()) {
			if (isOnlyUnknown) {
				hiddenUnknown[field] = (hiddenUnknown[field] ?? 0) + 1;
			}
			if (fails.size === 1) {
				blockedOnlyBy[field] = (blockedOnlyBy[field] ?? 0) + 1;
			}
		}
	}
	const offset = query.offset ?? 0;
	const under = (field: FilterField): Model[] =>
		judged
			.filter(({ fails }) => [...fails.keys()].every((other) => other === field))
			.map(({ model }) => model);
	return {
		models: sorted.slice(offset, offset + (query.limit ?? models.length)),
		total: matches.length,
		known: models.length,
		hiddenUnknown,
		blockedOnlyBy,
		facets: countFacets(under, traits),
	};
}

function countFacets(under: (field: FilterField) => Model[], traits: ModelTraits): Facets {
	const licenseClass = countFacet(under("licenseClass"), (model) => [traits.classifyLicense(model.license)]);
	const parameters = countFacet(under("parameters"), (model) => {
		const bucket = findParameterBucket(model.parameters?.total.value);
		return bucket === undefined ? [] : [bucket];
	});
	return {
		task: countFacet(under("task"), (model) => listOf(model.task)),
		licenseClass: {
			...licenseClass,
			unknown: licenseClass.values.find(({ value }) => value === "notStated")?.count ?? 0,
		},
		licenseId: countFacet(under("licenseId"), (model) => listOf(model.license?.id)),
		language: countFacet(under("language"), (model) => model.languages ?? []),
		format: countFacet(under("format"), (model) => model.formats),
		gating: countFacet(under("gating"), (model) => listOf(model.gating)),
		parameters: {
			...parameters,
			values: parameterBuckets.flatMap((bucket) => parameters.values.filter(({ value }) => value === bucket)),
		},
	};
}

function countFacet<V extends string>(
	models: readonly Model[],
	read: (model: Model) => readonly V[],
): Facet<V> {
	const counts = new Map<V, number>();
	let unknown = 0;
	for (const model of models) {
		const values = read(model);
		unknown += values.length === 0 ? 1 : 0;
		for (const value of values) {
			counts.set(value, (counts.get(value) ?? 0) + 1);
		}
	}
	const values = [...counts].map(([value, count]) => ({ value, count }));
	return { values: values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)), unknown };
}

function listOf<V>(value: V | undefined): V[] {
	return value === undefined ? [] : [value];
}

function matchesText(model: Model, text: string): boolean {
	const words = text.toLowerCase().split(/\s+/);
	return words.every((word) => model.repoId.toLowerCase().includes(word));
}

function findFailures(model: Model, filters: Filters, traits: ModelTraits): Map<FilterField, Judgement> {
	const failures = new Map<FilterField, Judgement>();
	for (const field of filterFields) {
		const judgement = judge(model, field, filters, traits);
		const isExcused = judgement === "unknown" && filters.includeUnknown?.includes(field) === true;
		if (judgement !== "pass" && !isExcused) {
			failures.set(field, judgement);
		}
	}
	return failures;
}

function judge(model: Model, field: FilterField, filters: Filters, traits: ModelTraits): Judgement {
	switch (field) {
		case "task":
			return judgeWords(listOf(model.task), filters.tasks);
		case "licenseClass": {
			const found = traits.classifyLicense(model.license);
			const judgement = judgeWords([found], filters.licenseClasses);
			return judgement === "fail" && found === "notStated" ? "unknown" : judgement;
		}
		case "licenseId":
			return judgeWords(listOf(model.license?.id), filters.licenseIds);
		case "language": {
			const judgement = judgeWords(model.languages ?? [], filters.languages);
			return judgement === "fail" && model.languages?.includes("multilingual") ? "unknown" : judgement;
		}
		case "format":
			return judgeWords(model.formats, filters.formats);
		case "gating":
			return judgeWords(listOf(model.gating), filters.gating);
		case "parameters":
			return judgeRange(model.parameters?.total.value, filters.parameters);
		case "sizeBytes":
			return judgeRange(traits.estimateWeightsBytes(model), filters.sizeBytes);
		case "age":
			return filters.maxAgeDays === undefined
				? "pass"
				: judgeRange(model.createdAtMs, { min: traits.nowMs() - filters.maxAgeDays * 86_400_000 });
		case "baseOnly":
			return filters.baseOnly !== true
				? "pass"
				: model.baseModels === undefined
					? "unknown"
					: model.baseModels.repoIds.length === 0
						? "pass"
						: "fail";
		case "group":
			return filters.group === undefined || filters.group.repoIds.includes(model.repoId) ? "pass" : "fail";
		case "derivedFrom":
			return filters.derivedFrom === undefined ? "pass" : judgeDescent(model, filters.derivedFrom);
		case "hardware": {
			const judgements = (filters.hardware ?? []).map((hardware) =>
				judgeRange(traits.estimateRequiredBytes(model, hardware.contextTokens, hardware), {
					max: hardware.budgetBytes,
				}),
			);
			return judgements.includes("fail") ? "fail" : judgements.includes("unknown") ? "unknown" : "pass";
		}
	}
}

function judgeWords(found: readonly string[], wanted: readonly string[] | undefined): Judgement {
	if (wanted === undefined || wanted.length === 0) {
		return "pass";
	}
	return found.length === 0 ? "unknown" : found.some((word) => wanted.includes(word)) ? "pass" : "fail";
}

function judgeDescent({ baseModels }: Model, wanted: DerivedFromFilter): Judgement {
	if (baseModels === undefined) {
		return "unknown";
	}
	if (!baseModels.repoIds.includes(wanted.repoId)) {
		return "fail";
	}
	return baseModels.relation === undefined
		? "unknown"
		: baseModels.relation === wanted.relation
			? "pass"
			: "fail";
}

function judgeRange(value: number | undefined, range: Filters["parameters"]): Judgement {
	if (range === undefined || (range.min === undefined && range.max === undefined)) {
		return "pass";
	}
	if (value === undefined) {
		return "unknown";
	}
	const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = range;
	return value >= min && value <= max ? "pass" : "fail";
}

function compareModels(a: Model, b: Model, { sort = "trending", text = "" }: Query): number {
	const isExact = (model: Model): boolean => model.repoId.toLowerCase() === text.trim().toLowerCase();
	return (
		Number(isExact(b)) - Number(isExact(a)) ||
		(sort === "name" ? 0 : compareDescending(readKey(a, sort), readKey(b, sort))) ||
		(sort === "name" ? 0 : compareDescending(a.counters.downloads30d, b.counters.downloads30d)) ||
		compareWords(a.repoId.toLowerCase(), b.repoId.toLowerCase()) ||
		compareWords(a.repoId, b.repoId)
	);
}

function compareDescending(a: number | undefined, b: number | undefined): number {
	return a === b ? 0 : a === undefined ? 1 : b === undefined ? -1 : b - a;
}

function compareWords(a: string, b: string): number {
	return a === b ? 0 : a < b ? -1 : 1;
}

function readKey(model: Model, sort: Exclude<Query["sort"], undefined | "name">): number | undefined {
	switch (sort) {
		case "trending":
			return measureAttention(model);
		case "downloads":
			return model.counters.downloads30d;
		case "likes":
			return model.counters.likes;
		case "created":
			return model.createdAtMs;
		case "modified":
			return model.lastModifiedMs;
		case "parameters":
			return model.parameters?.total.value;
	}
}
