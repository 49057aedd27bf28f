import assert from "node:assert/strict";
import fc from "fast-check";
import { Catalog } from "../../../../src/core/catalog/catalog.ts";
import { getBucketRange, parameterBuckets } from "../../../../src/core/catalog/parameterBuckets.ts";
import type { Model } from "../../../../src/core/model/model.ts";
import { queryNaively } from "./naiveQuery.ts";
import { makeModel, models, nowMs, plainTraits, queries } from "./randomModels.ts";

function makeCatalog(known: readonly Model[]): Catalog {
	const catalog = new Catalog(plainTraits);
	catalog.add(known);
	return catalog;
}

describe("Catalog.query", function () {
	this.timeout(120_000);

	it("answers as going through the models one by one does, page, counts and facets", () => {
		fc.assert(
			fc.property(models, fc.array(queries, { minLength: 1, maxLength: 6 }), (known, asked) => {
				const catalog = makeCatalog(known);
				for (const query of asked) {
					assert.deepEqual(catalog.query(query), queryNaively(known, query, plainTraits));
				}
			}),
			{ numRuns: 200 },
		);
	});

	it("answers the same when models come in page by page between queries", () => {
		fc.assert(
			fc.property(models, queries, fc.nat({ max: 40 }), (known, query, split) => {
				const catalog = makeCatalog(known.slice(0, split));
				catalog.query(query);
				catalog.add(known.slice(split));
				catalog.query({ sort: "name" });
				const updated = known.map((model, index) =>
					index % 3 === 0 ? { ...model, counters: { downloads30d: 9, trendingScore: index } } : model,
				);
				catalog.add(updated);
				const expected = updated.map((model) => catalog.get(model.repoId) ?? model);
				assert.deepEqual(catalog.query(query), queryNaively(expected, query, plainTraits));
			}),
			{ numRuns: 200 },
		);
	});

	it("says how many are left out because the license is not stated, and lets them in when asked", () => {
		const catalog = makeCatalog([
			makeModel("a/permissive", { license: { id: "mit", origin: "tag" } }),
			makeModel("a/silent"),
			makeModel("a/named", { license: { id: "other", origin: "tag" } }),
			makeModel("a/paid", { license: { id: "cc-by-nc-4.0", origin: "tag" } }),
		]);
		const filters = { licenseClasses: ["permissive"] } as const;
		const strict = catalog.query({ filters });
		assert.equal(strict.total, 1);
		assert.deepEqual(strict.hiddenUnknown, { licenseClass: 2 });
		assert.deepEqual(strict.blockedOnlyBy, { licenseClass: 3 });
		assert.equal(strict.facets.licenseClass.unknown, 2);
		assert.equal(catalog.query({ filters: { ...filters, includeUnknown: ["licenseClass"] } }).total, 3);
		assert.equal(catalog.query({ filters: { licenseClasses: ["notStated"] } }).total, 2);
	});

	it("names the filter to loosen when nothing is left", () => {
		const catalog = makeCatalog([
			makeModel("a/one", { task: "text-generation", formats: ["gguf"] }),
			makeModel("a/two", { task: "text-generation", formats: ["onnx"] }),
			makeModel("a/three", { task: "summarization", formats: ["onnx"] }),
		]);
		const result = catalog.query({ filters: { tasks: ["text-generation"], formats: ["mlx"] } });
		assert.equal(result.total, 0);
		assert.deepEqual(result.blockedOnlyBy, { format: 2 });
		assert.deepEqual(result.facets.format.values, [
			{ value: "gguf", count: 1 },
			{ value: "onnx", count: 1 },
		]);
	});

	it("pages without overlap and to the end", () => {
		const known = Array.from({ length: 95 }, (_, i) =>
			makeModel(`a/m${i}`, { counters: { downloads30d: i % 7 } }),
		);
		const catalog = makeCatalog(known);
		const seen: string[] = [];
		for (let offset = 0; ; offset += 20) {
			const page = catalog.query({ sort: "downloads", offset, limit: 20 });
			assert.equal(page.total, 95);
			if (page.models.length === 0) {
				break;
			}
			seen.push(...page.models.map((model) => model.repoId));
		}
		assert.equal(new Set(seen).size, 95);
		assert.deepEqual(
			seen,
			catalog.query({ sort: "downloads" }).models.map((model) => model.repoId),
		);
	});

	it("shows the model whose whole id was typed first, also when others trend more", () => {
		const catalog = makeCatalog([
			makeModel("Qwen/Qwen3-8B-GGUF", { counters: { trendingScore: 50 } }),
			makeModel("Qwen/Qwen3-8B", { counters: { trendingScore: 1 } }),
		]);
		assert.equal(catalog.query({ text: " qwen/qwen3-8b ", limit: 1 }).models[0]?.repoId, "Qwen/Qwen3-8B");
		assert.equal(catalog.query({ text: "8b qwen" }).models[0]?.repoId, "Qwen/Qwen3-8B-GGUF");
	});

	it("computes required memory once per context and vendor, also for models that come later", () => {
		let computed = 0;
		const catalog = new Catalog({
			...plainTraits,
			estimateRequiredBytes: () => {
				computed++;
				return 1e9;
			},
		});
		catalog.add([makeModel("a/one"), makeModel("a/two")]);
		const filters = {
			hardware: [{ name: "amd", vendor: "amd", contextTokens: 8192, budgetBytes: 2e9 }],
		} as const;
		assert.equal(catalog.query({ filters }).total, 2);
		catalog.query({ filters: { hardware: [{ ...filters.hardware[0], budgetBytes: 1 }] } });
		assert.equal(computed, 2);
		catalog.add([makeModel("a/three")]);
		assert.equal(catalog.query({ filters }).total, 3);
		assert.equal(computed, 3);
	});

	it("gives the same answer when the index was built in slices, and lets others run in between", async () => {
		const known = Array.from({ length: 3500 }, (_, i) =>
			makeModel(`a/m${i}`, { counters: { trendingScore: i % 100 }, createdAtMs: nowMs - i }),
		);
		const catalog = makeCatalog(known);
		let pauses = 0;
		await catalog.buildIndexInSlices(async () => {
			pauses++;
			if (pauses === 2) {
				catalog.add([makeModel("a/late", { counters: { trendingScore: 1000 } })]);
			}
		});
		assert.ok(pauses >= 4);
		const result = catalog.query({ limit: 1 });
		assert.equal(result.models[0]?.repoId, "a/late");
		assert.equal(result.total, 3501);
	});

	it("counts each size bucket as its range filters", () => {
		const catalog = makeCatalog(
			[1, 1e9 - 1, 1e9, 5e9, 10e9, 50e9, 100e9, 250e9, 1e12].map((value, i) =>
				makeModel(`a/m${i}`, {
					parameters: { total: { value, basis: "read", from: "safetensorsTotal" } },
				}),
			),
		);
		const { facets } = catalog.query({});
		assert.deepEqual(
			facets.parameters.values.map(({ value }) => value),
			parameterBuckets,
		);
		for (const { value, count } of facets.parameters.values) {
			assert.equal(catalog.query({ filters: { parameters: getBucketRange(value) } }).total, count);
		}
	});
});
