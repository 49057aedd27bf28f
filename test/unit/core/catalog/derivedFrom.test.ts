import assert from "node:assert/strict";
import { Catalog } from "../../../../src/core/catalog/catalog.ts";
import { toHubQuery } from "../../../../src/core/catalog/hubQuery.ts";
import { parseQuery } from "../../../../src/core/catalog/parseQuery.ts";
import type { Filters } from "../../../../src/core/catalog/query.ts";
import { makeModel, plainTraits } from "./randomModels.ts";

const filters: Filters = { derivedFrom: { repoId: "Qwen/Qwen3-8B", relation: "finetune" } };

describe("a filter by the model that others were made from", () => {
	const catalog = new Catalog(plainTraits);
	catalog.add([
		makeModel("Qwen/Qwen3-8B", { baseModels: { repoIds: [] } }),
		makeModel("a/tuned", { baseModels: { relation: "finetune", repoIds: ["Qwen/Qwen3-8B"] } }),
		makeModel("a/tuned-of-two", { baseModels: { relation: "finetune", repoIds: ["b/c", "Qwen/Qwen3-8B"] } }),
		makeModel("a/merged", { baseModels: { relation: "merge", repoIds: ["Qwen/Qwen3-8B"] } }),
		makeModel("a/somehow", { baseModels: { repoIds: ["Qwen/Qwen3-8B"] } }),
		makeModel("a/of-another", { baseModels: { relation: "finetune", repoIds: ["Qwen/Qwen3-14B"] } }),
		makeModel("a/untold"),
	]);

	const list = (asked: Filters): string[] =>
		catalog.query({ filters: asked, sort: "name" }).models.map(({ repoId }) => repoId);

	it("leaves its derivatives of that relation", () => {
		assert.deepEqual(list(filters), ["a/tuned", "a/tuned-of-two"]);
	});

	it("counts those whose base or relation is not told, and can let them in", () => {
		assert.deepEqual(catalog.query({ filters }).hiddenUnknown, { derivedFrom: 2 });
		const asked: Filters = { ...filters, includeUnknown: ["derivedFrom"] };
		assert.deepEqual(list(asked), ["a/somehow", "a/tuned", "a/tuned-of-two", "a/untold"]);
	});

	it("is asked of the Hub by its tag, unless what is not told may come too", () => {
		assert.deepEqual(toHubQuery({ filters, sort: "downloads" }), {
			tags: ["base_model:finetune:Qwen/Qwen3-8B"],
			sort: "downloads",
			limit: 100,
		});
		const open = toHubQuery({ filters: { ...filters, includeUnknown: ["derivedFrom"] } });
		assert.equal(open.tags, undefined);
	});

	it("is remembered as it was, and not at all where it names no model or no relation", () => {
		assert.deepEqual(parseQuery(JSON.parse(JSON.stringify({ filters }))), { filters });
		for (const derivedFrom of [
			{ repoId: "../../etc", relation: "finetune" },
			{ repoId: "a/b", relation: "x" },
			5,
		]) {
			assert.deepEqual(parseQuery({ filters: { derivedFrom } }), {});
		}
	});
});
