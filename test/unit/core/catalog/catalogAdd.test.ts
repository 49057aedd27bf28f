import assert from "node:assert/strict";
import fc from "fast-check";
import { Catalog } from "../../../../src/core/catalog/catalog.ts";
import type { Model } from "../../../../src/core/model/model.ts";
import { makeModel, nowMs, plainTraits } from "./randomModels.ts";

function listIds(catalog: Catalog): string[] {
	return catalog.query({ sort: "name" }).models.map((model) => model.repoId);
}

describe("Catalog.add", function () {
	this.timeout(120_000);

	it("counts what is new, and bumps the version only then", () => {
		const catalog = new Catalog(plainTraits);
		const model = makeModel("a/one", { hubId: "1", counters: { likes: 1 } });
		assert.equal(catalog.add([model, makeModel("a/two")]), 2);
		const { version } = catalog;
		assert.equal(catalog.add([model]), 0);
		assert.equal(catalog.add([{ ...model, readAtMs: nowMs + 1 }]), 0);
		assert.equal(catalog.version, version);
		assert.equal(catalog.query({ text: "a/one" }).models[0]?.readAtMs, nowMs + 1);
		assert.equal(catalog.add([{ ...model, counters: { likes: 2 }, readAtMs: nowMs + 2 }]), 1);
		assert.ok(catalog.version > version);
		assert.equal(catalog.size, 2);
	});

	it("knows a renamed model by both names, and shows it once under the new one", () => {
		const catalog = new Catalog(plainTraits);
		catalog.add([makeModel("old/name", { hubId: "1" }), makeModel("b/other", { hubId: "2" })]);
		catalog.query({});
		catalog.add([makeModel("new/name", { hubId: "1", readAtMs: nowMs + 1 })]);
		assert.deepEqual(listIds(catalog), ["b/other", "new/name"]);
		assert.equal(catalog.get("old/name")?.repoId, "new/name");
		assert.equal(catalog.get("new/name")?.repoId, "new/name");
		assert.deepEqual(catalog.query({ text: "old" }).models, []);
		catalog.add([makeModel("old/name", { hubId: "1", readAtMs: nowMs - 1 })]);
		assert.deepEqual(listIds(catalog), ["b/other", "new/name"]);
	});

	it("joins facts that came without the Hub's id with those that have it", () => {
		const catalog = new Catalog(plainTraits);
		const size = { total: { value: 8e9, basis: "read", from: "safetensorsTotal" } } as const;
		catalog.add([makeModel("a/one", { parameters: size, readAtMs: 1 })]);
		catalog.add([makeModel("a/one", { hubId: "1" })]);
		assert.deepEqual(catalog.get("a/one")?.parameters, size);
		assert.equal(catalog.size, 1);
	});

	it("joins two records that turn out to be one model after a rename", () => {
		const catalog = new Catalog(plainTraits);
		catalog.add([
			makeModel("z/filler", { hubId: "9" }),
			makeModel("new/name", { task: "summarization", readAtMs: 1 }),
			makeModel("old/name", { hubId: "1", gating: "auto", readAtMs: 2 }),
			makeModel("y/filler", { hubId: "8" }),
		]);
		catalog.query({});
		catalog.add([makeModel("new/name", { hubId: "1", readAtMs: 3 })]);
		assert.deepEqual(listIds(catalog), ["new/name", "y/filler", "z/filler"]);
		assert.equal(catalog.get("old/name")?.gating, "auto");
		assert.equal(catalog.get("old/name"), catalog.get("new/name"));
		assert.equal(catalog.get("y/filler")?.hubId, "8");
	});

	it("gives a label that changed hands to who bears it now", () => {
		const catalog = new Catalog(plainTraits);
		catalog.add([makeModel("a/label", { hubId: "1" })]);
		catalog.add([makeModel("a/label", { hubId: "2", readAtMs: nowMs + 1 })]);
		assert.equal(catalog.get("a/label")?.hubId, "2");
		catalog.add([makeModel("a/label", { hubId: "1", readAtMs: nowMs - 1 })]);
		assert.equal(catalog.get("a/label")?.hubId, "2");
		assert.equal(catalog.size, 1);
	});

	it("never shows one label or one identity twice, whatever comes in", () => {
		const reading = fc.record(
			{
				repoId: fc.constantFrom("a/1", "a/2", "a/3", "a/4"),
				hubId: fc.constantFrom("1", "2", "3"),
				readAtMs: fc.nat({ max: 5 }),
			},
			{ requiredKeys: ["repoId", "readAtMs"] },
		);
		fc.assert(
			fc.property(fc.array(reading, { maxLength: 12 }), fc.nat({ max: 12 }), (readings, split) => {
				const catalog = new Catalog(plainTraits);
				const readModels: Model[] = readings.map((fields) => makeModel(fields.repoId, fields));
				catalog.add(readModels.slice(0, split));
				catalog.query({});
				catalog.add(readModels.slice(split));
				const shown = catalog.query({}).models;
				assert.equal(shown.length, catalog.size);
				assert.equal(new Set(shown.map((model) => model.repoId)).size, shown.length);
				const hubIds = shown.flatMap((model) => model.hubId ?? []);
				assert.equal(new Set(hubIds).size, hubIds.length);
				for (const model of shown) {
					assert.equal(catalog.get(model.repoId), model);
				}
			}),
			{ numRuns: 1000 },
		);
	});
});
