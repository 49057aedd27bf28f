import assert from "node:assert/strict";
import { type Harness, hasCode, startHarness } from "./hubHarness.ts";

describe("derivatives, as HubClient reads them", () => {
	let harness: Harness;
	afterEach(async () => {
		await harness.hub.close();
	});

	it("are listed by relation with months and the largest; relations counted zero are not asked for", async () => {
		harness = await startHarness();
		const { derivativeCounts } = await harness.client.readModel("Qwen/Qwen3-8B");
		harness.hub.clearRequests();
		const { derivatives, quantizations } = await harness.client.listDerivatives("Qwen/Qwen3-8B", {
			...derivativeCounts,
			adapter: 2000,
			merge: 0,
		});
		assert.equal(harness.hub.requests.length, 3, "more than a page in all");
		assert.equal(quantizations.length, 6);
		assert.ok(
			quantizations.some(({ formats }) => formats.includes("gguf")),
			"their tags tell the kind of files",
		);
		assert.equal(derivatives.scope, "hub");
		assert.equal(derivatives.byRelation.merge?.count, 0);
		const adapters = derivatives.byRelation.adapter;
		assert.equal(adapters?.count, 2000);
		assert.equal(adapters?.dated, 5);
		assert.equal(
			adapters?.months.reduce((sum, { count }) => sum + count, 0),
			5,
		);
		const downloads = adapters?.largest.map(({ downloads30d }) => downloads30d ?? -1) ?? [];
		assert.deepEqual(
			downloads,
			[...downloads].sort((a, b) => b - a),
		);
	});

	it("take one request where all have room on one page, and are the same", async () => {
		harness = await startHarness();
		const { client, hub } = harness;
		const { derivativeCounts } = await client.readModel("Qwen/Qwen3-8B");
		hub.clearRequests();
		const together = await client.listDerivatives("Qwen/Qwen3-8B", derivativeCounts);
		assert.equal(hub.requests.length, 1);
		const apart = await client.listDerivatives("Qwen/Qwen3-8B", undefined);
		assert.equal(hub.requests.length, 5);
		assert.deepEqual(together.derivatives.byRelation, apart.derivatives.byRelation);
		const ids = together.quantizations.map(({ repoId }) => repoId);
		assert.deepEqual(
			ids,
			apart.quantizations.map(({ repoId }) => repoId),
		);
		hub.clearRequests();
		await client.listDerivatives("Qwen/Qwen3-8B", { adapter: 0, finetune: 0, merge: 0, quantized: 0 });
		assert.equal(hub.requests.length, 0);
	});

	it("are those that could be read, when one relation could not", async () => {
		harness = await startHarness();
		harness.hub.setFaults([{ match: "base_model%3Amerge", status: 500 }]);
		const { derivatives } = await harness.client.listDerivatives("Qwen/Qwen3-8B", undefined);
		assert.deepEqual(Object.keys(derivatives.byRelation).sort(), ["adapter", "finetune", "quantized"]);
		harness.hub.setFaults([{ match: "base_model", status: 500 }]);
		await assert.rejects(harness.client.listDerivatives("Qwen/Qwen3-8B", undefined), hasCode("server"));
	});
});
