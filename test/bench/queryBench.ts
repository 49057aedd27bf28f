import { Catalog } from "../../src/core/catalog/catalog.ts";
import { type Filters, type Query, sortKeys } from "../../src/core/catalog/query.ts";
import { type Bench, type BenchFigure, findMedian, makeFigure } from "./benchFigure.ts";
import { benchTraits } from "./benchTraits.ts";
import { makeSyntheticModels } from "./syntheticModels.ts";

/** One frame at 60 a second. */
const budgetMs = 16;

/** Filter, sort and facets over many models: the median over queries such as people make, one after the other. */
export const queryBench: Bench = {
	name: "query",
	async *measure() {
		yield await measureQueries("query.10k", 10_000);
		yield await measureQueries("query.100k", 100_000);
	},
};

async function measureQueries(name: string, count: number): Promise<BenchFigure> {
	const catalog = new Catalog(benchTraits);
	catalog.add(makeSyntheticModels(count));
	const startedAt = performance.now();
	await catalog.buildIndexInSlices(async () => {});
	const indexedMs = performance.now() - startedAt;
	const queries = makeQueries();
	const firstMs = queries.map((query) => timeQuery(catalog, query));
	const againMs: number[] = [];
	for (let round = 0; round < 5; round++) {
		againMs.push(...queries.map((query) => timeQuery(catalog, query)));
	}
	const sorted = [...againMs].sort((a, b) => a - b);
	const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
	console.error(
		`${name}: ${queries.length} queries, p99 ${p99.toFixed(1)} ms; when first asked, with orders and memory still to compute:` +
			` median ${findMedian(firstMs).toFixed(1)} ms, most ${Math.max(...firstMs).toFixed(1)} ms; indexed in ${indexedMs.toFixed(0)} ms`,
	);
	return makeFigure(name, findMedian(againMs), "ms", budgetMs);
}

function timeQuery(catalog: Catalog, query: Query): number {
	const startedAt = performance.now();
	catalog.query(query);
	return performance.now() - startedAt;
}

const texts = [undefined, "qwen", "llama instruct", "gguf 8.0b", "owner1", "nothing like this"];

const filterSets: readonly Filters[] = [
	{},
	{ licenseClasses: ["permissive"] },
	{
		tasks: ["text-generation"],
		licenseClasses: ["permissive", "conditions"],
		includeUnknown: ["licenseClass"],
	},
	{ languages: ["pl"], includeUnknown: ["language"] },
	{ parameters: { min: 1e9, max: 10e9 }, formats: ["gguf"] },
	{ hardware: [{ name: "nvidia", vendor: "nvidia", budgetBytes: 12e9, contextTokens: 8192 }] },
	{
		tasks: ["text-generation", "image-text-to-text"],
		licenseClasses: ["permissive", "conditions"],
		licenseIds: ["apache-2.0", "mit", "gemma"],
		parameters: { max: 40e9 },
		sizeBytes: { max: 80e9 },
		hardware: [
			{ name: "nvidia", vendor: "nvidia", budgetBytes: 24e9, contextTokens: 8192 },
			{ name: "amd", vendor: "amd", budgetBytes: 192e9, contextTokens: 8192 },
			{ name: "cpu", vendor: "cpu", budgetBytes: 32e9, contextTokens: 8192 },
		],
		languages: ["en", "pl"],
		formats: ["safetensors", "gguf"],
		gating: ["open"],
		baseOnly: true,
		maxAgeDays: 730,
		includeUnknown: ["language", "licenseId"],
	},
];

function makeQueries(): Query[] {
	return texts.flatMap((text, i) =>
		filterSets.flatMap((filters, j) => {
			const sort = sortKeys[(i + j) % sortKeys.length] ?? "trending";
			const query = { filters, sort, limit: 50, offset: (i % 3) * 50 };
			return text === undefined ? query : { ...query, text };
		}),
	);
}
