import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Catalog } from "../../../../src/core/catalog/catalog.ts";
import { parameterBuckets } from "../../../../src/core/catalog/parameterBuckets.ts";
import { decodeSnapshot, type Snapshot } from "../../../../src/core/catalog/snapshot.ts";
import { FitJudge } from "../../../../src/core/fit/fitJudge.ts";
import { readSupportTable } from "../../../../src/core/fit/support/supportTable.ts";
import { licenseClasses } from "../../../../src/core/license/licenseClass.ts";
import { classifyLicense } from "../../../../src/core/license/resolveLicense.ts";
import { makeTarget } from "../fit/samples.ts";
import { plainTraits } from "./randomModels.ts";

const catalogFile = fileURLToPath(new URL("../../../../media/catalog.json", import.meta.url));

describe("the embedded catalog", () => {
	let text: string;
	let snapshot: Snapshot;
	let catalog: Catalog;

	before(() => {
		text = readFileSync(catalogFile, "utf8");
		const decoded = decodeSnapshot(JSON.parse(text));
		assert.ok(decoded.ok);
		assert.equal(decoded.skippedRows, 0);
		snapshot = decoded.snapshot;
		catalog = new Catalog({ ...plainTraits, classifyLicense });
		catalog.add(snapshot.models);
	});

	it("holds at least 300 models in at most 450 kB, each once", () => {
		assert.ok(catalog.size >= 300);
		assert.equal(catalog.size, snapshot.models.length);
		assert.ok(text.length <= 450_000);
	});

	it("spreads over tasks, sizes, licenses, authors, languages and formats", () => {
		const { facets } = catalog.query({});
		assert.ok(facets.task.values.length >= 12);
		assert.deepEqual(
			facets.parameters.values.map(({ value }) => value),
			parameterBuckets,
		);
		assert.deepEqual(facets.licenseClass.values.map(({ value }) => value).sort(), [...licenseClasses].sort());
		assert.ok(facets.licenseClass.values.every(({ count }) => count >= 10));
		assert.ok(facets.language.values.length >= 20);
		assert.ok(facets.format.values.length >= 5);
		const authors = new Map<string | undefined, number>();
		for (const { author } of snapshot.models) {
			authors.set(author, (authors.get(author) ?? 0) + 1);
		}
		assert.ok(authors.size >= 60);
		assert.ok(Math.max(...authors.values()) <= snapshot.models.length / 20);
	});

	it("tells its date, which each model's agrees with", () => {
		assert.ok(snapshot.factsAtMs >= Date.UTC(2026, 4, 1) && snapshot.factsAtMs <= Date.now());
		for (const model of snapshot.models) {
			assert.ok(model.readAtMs <= snapshot.factsAtMs);
			assert.ok((model.createdAtMs ?? 0) <= model.readAtMs, model.repoId);
		}
	});

	it("has the derivatives of each model, many with a timeline, and says what they were counted among", () => {
		assert.equal(snapshot.derivatives.size, snapshot.models.length);
		let dated = 0;
		for (const [repoId, { scope, byRelation }] of snapshot.derivatives) {
			assert.equal(scope, snapshot.source === "hub" ? "hub" : "sample", repoId);
			const children = Object.values(byRelation);
			dated += children.some(({ months }) => months.length > 0) ? 1 : 0;
			for (const { count, dated: born, months } of children) {
				assert.ok(born <= count, repoId);
				assert.equal(
					months.reduce((sum, month) => sum + month.count, 0),
					born,
					repoId,
				);
			}
		}
		assert.ok(dated >= 80);
		assert.equal(snapshot.scopeSize === undefined, snapshot.source === "hub");
	});

	it("has dated readings, in order", () => {
		assert.ok(snapshot.readings.size >= 200);
		for (const readings of snapshot.readings.values()) {
			assert.ok(readings.length <= 24);
			const times = readings.map((reading) => reading.readAtMs);
			assert.deepEqual(
				times,
				[...times].sort((a, b) => a - b),
			);
		}
	});

	it("has the models whose answers must come out right", () => {
		for (const repoId of [
			"Qwen/Qwen3.5-122B-A10B",
			"Qwen/Qwen3.5-397B-A17B",
			"google/gemma-4-31B-it",
			"google/gemma-3-27b-it",
			"deepseek-ai/DeepSeek-V3",
			"deepseek-ai/DeepSeek-R1",
			"meta-llama/Llama-3.2-11B-Vision-Instruct",
			"BAAI/bge-reranker-v2-m3",
			"sentence-transformers/all-MiniLM-L6-v2",
			"openai/whisper-large-v3",
		]) {
			assert.ok(catalog.get(repoId), repoId);
		}
		assert.equal(catalog.get("deepseek-ai/DeepSeek-V3")?.license?.name, "deepseek");
	});

	it("tells the fit of the models that are used most, without a Hub", () => {
		const judge = new FitJudge(readSupportTable());
		const laptop = makeTarget("nvidia", [8]);
		const fits = (repoId: string): string | undefined => {
			const model = catalog.get(repoId);
			return model && judge.judgeBest(model, laptop, 4096).verdict.answer;
		};
		for (const repoId of [
			"sentence-transformers/all-MiniLM-L6-v2",
			"sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2",
			"cross-encoder/ms-marco-MiniLM-L6-v2",
			"BAAI/bge-m3",
			"nomic-ai/nomic-embed-text-v1",
			"intfloat/multilingual-e5-small",
			"jinaai/jina-embeddings-v5-text-small",
			"answerdotai/ModernBERT-base",
			"openai/clip-vit-base-patch32",
			"dslim/bert-base-NER",
			"google/flan-t5-base",
			"microsoft/Phi-4-mini-instruct",
		]) {
			assert.equal(fits(repoId), "fits", repoId);
		}
		assert.equal(fits("black-forest-labs/FLUX.1-dev"), "tooLarge");
		const bySize = [...snapshot.models].sort(
			(a, b) => (b.counters.downloads30d ?? 0) - (a.counters.downloads30d ?? 0),
		);
		const unknown = bySize.slice(0, 100).filter(({ repoId }) => fits(repoId) === "unknown");
		// Pipelines and bundles of several models, which are no one size.
		assert.ok(unknown.length <= 10, unknown.map(({ repoId }) => repoId).join(", "));
	});

	it("says that a published size is an estimate, and gives no adapter one", () => {
		const published = snapshot.models.filter(({ parameters }) => parameters?.total.from === "published");
		assert.ok(published.length >= 60);
		for (const { repoId, parameters, baseModels } of published) {
			assert.equal(parameters?.total.basis, "estimated", repoId);
			assert.notEqual(baseModels?.relation, "adapter", repoId);
		}
	});

	it("is facts alone: no identity that was not the Hub's, no text of cards, prompts or templates", () => {
		if (snapshot.source === "recorded") {
			assert.ok(snapshot.models.every((model) => model.hubId === undefined && model.revision === undefined));
		}
		assert.ok(!/\{%|<\|im_start|\\n|extra_gated/.test(text));
	});
});
