import assert from "node:assert/strict";
import { type Harness, hasCode, startHarness } from "./hubHarness.ts";

describe("HubClient", () => {
	let harness: Harness;
	afterEach(async () => {
		await harness.hub.close();
	});

	it("lists models with what a browser shows, in one request", async () => {
		harness = await startHarness();
		const page = await harness.client.listModels({ sort: "downloads", limit: 20 });
		assert.equal(page.models.length, 20);
		assert.equal(page.skippedRows, 0);
		assert.equal(harness.hub.requests.length, 1);
		const downloads = page.models.map((model) => model.counters.downloads30d ?? -1);
		assert.deepEqual(
			downloads,
			[...downloads].sort((a, b) => b - a),
		);
		const qwen = await harness.client.listModels({ text: "Qwen3-8B", author: "Qwen", limit: 50 });
		const model = qwen.models.find(({ repoId }) => repoId === "Qwen/Qwen3-8B");
		assert.equal(model?.parameters?.total.value, 8_190_735_360);
		assert.equal(model?.license?.id, "apache-2.0");
		assert.deepEqual(model?.baseModels, { relation: "finetune", repoIds: ["Qwen/Qwen3-8B-Base"] });
	});

	it("says every part of a query in the Hub's words", async () => {
		harness = await startHarness();
		await harness.client.listModels({
			text: "qwen",
			author: "Qwen",
			tags: ["gguf", "license:apache-2.0"],
			task: "text-generation",
			apps: ["llama.cpp", "ollama"],
			parameters: { min: 500_000_000, max: 8_000_000_000 },
			gated: false,
			sort: "created",
			limit: 7,
		});
		const { searchParams } = new URL(harness.hub.requests[0]?.path ?? "", harness.hub.url);
		assert.equal(searchParams.get("search"), "qwen");
		assert.deepEqual(searchParams.getAll("filter"), ["gguf", "license:apache-2.0"]);
		assert.equal(searchParams.get("pipeline_tag"), "text-generation");
		assert.equal(searchParams.get("apps"), "llama.cpp,ollama");
		assert.equal(searchParams.get("num_parameters"), "min:0.5B,max:8B");
		assert.equal(searchParams.get("gated"), "false");
		assert.equal(searchParams.get("sort"), "createdAt");
		assert.equal(searchParams.get("limit"), "7");
		assert.equal(harness.hub.requests[0]?.status, 200);
	});

	it("walks all pages by the cursor and meets every model", async () => {
		harness = await startHarness();
		const ids = new Set<string>();
		let cursor: string | undefined;
		do {
			const page = await harness.client.listModels(
				{ sort: "likes", limit: 25 },
				cursor === undefined ? {} : { cursor },
			);
			for (const model of page.models) {
				ids.add(model.hubId ?? model.repoId);
			}
			cursor = page.nextCursor;
		} while (cursor !== undefined);
		assert.equal(ids.size, harness.hub.modelCount - 1, "all but the private one");
	});

	it("shows a model once that stands twice on a page, and counts rows that are none", async () => {
		harness = await startHarness();
		const row = { _id: "0123456789abcdef01234567", id: "a/b" };
		harness.hub.setFaults([{ match: "/api/models", body: [row, null, 7, "x", [], { id: "../x" }, {}, row] }]);
		const page = await harness.client.listModels({});
		assert.deepEqual(
			page.models.map(({ repoId }) => repoId),
			["a/b"],
		);
		assert.equal(page.skippedRows, 6);
	});

	it("asks again with fewer fields when the Hub names those it takes, and remembers", async () => {
		harness = await startHarness({}, { isBaseModelsListable: false });
		const first = await harness.client.listModels({ text: "Qwen3-8B-GGUF" });
		assert.equal(harness.hub.requests.length, 2);
		const unsloth = first.models.find(({ repoId }) => repoId === "unsloth/Qwen3-8B-GGUF");
		assert.deepEqual(unsloth?.baseModels, { relation: "quantized", repoIds: ["Qwen/Qwen3-8B"] });
		await harness.client.listModels({ text: "gemma" });
		assert.equal(harness.hub.requests.length, 3);
	});

	it("gives up on a 400 that names nothing of use", async () => {
		harness = await startHarness();
		harness.hub.setFaults([{ match: "/api/models", status: 400, body: { error: "Bad limit" } }]);
		await assert.rejects(harness.client.listModels({}), hasCode("badResponse"));
		assert.equal(harness.hub.requests.length, 1);
	});

	it("reads one model in one request: files with sizes, counts of derivatives, commit", async () => {
		harness = await startHarness();
		const model = await harness.client.readModel("Qwen/Qwen3-8B");
		assert.equal(harness.hub.requests.length, 1);
		const [weights] = model.artifacts ?? [];
		assert.equal(weights?.format, "safetensors");
		assert.equal(weights?.files.length, 5);
		assert.ok((weights?.sizeBytes ?? 0) > 16e9);
		assert.ok((model.derivativeCounts?.quantized ?? 0) > 0);
		assert.match(model.revision ?? "", /^[0-9a-f]{40}$/);
		assert.equal(model.security, "unknown");
	});

	it("comes back with the canonical id of a renamed, a wrong-case and a bare one", async () => {
		harness = await startHarness();
		for (const [asked, canonical] of [
			["qwen/qwen3-8b", "Qwen/Qwen3-8B"],
			["runwayml/stable-diffusion-v1-5", "stable-diffusion-v1-5/stable-diffusion-v1-5"],
			["gpt2", "openai-community/gpt2"],
		] as const) {
			assert.equal((await harness.client.readModel(asked)).repoId, canonical);
		}
	});

	it("google/gemma-4-31b-it (canonical: …-31B-it): resolved before derivatives are counted, else they read 0", async () => {
		harness = await startHarness();
		const model = await harness.client.readModel("google/gemma-4-31b-it");
		assert.equal(model.repoId, "google/gemma-4-31B-it");
		const counts = Object.values(model.derivativeCounts ?? {});
		const read = await harness.client.listDerivatives(model.repoId, model.derivativeCounts);
		assert.ok(counts.some((count) => count > 0));
		assert.ok((read.derivatives.byRelation.quantized?.largest.length ?? 0) > 0);
	});

	it("reads a model at a revision", async () => {
		harness = await startHarness();
		await harness.client.readModel("Qwen/Qwen3-8B", { revision: "main" });
		assert.match(harness.hub.requests[0]?.path ?? "", /^\/api\/models\/Qwen\/Qwen3-8B\/revision\/main\?/);
		await assert.rejects(
			harness.client.readModel("Qwen/Qwen3-8B", { revision: "none" }),
			hasCode("notFound"),
		);
	});

	it("does not ask for what is no repository id", async () => {
		harness = await startHarness();
		for (const id of ["", "../x", "a/b/c", "a/..", "a b", "<b>", "a/\u202eb", `a/${"x".repeat(97)}`]) {
			await assert.rejects(harness.client.readModel(id), hasCode("notFound"));
		}
		assert.equal(harness.hub.requests.length, 0);
	});

	it("reads the architecture, also of a gated model with access, and says gated without", async () => {
		harness = await startHarness();
		const facts = await harness.client.readArchitecture("Qwen/Qwen3-8B", undefined);
		assert.equal(facts?.architecture.layers, 36);
		assert.equal(facts?.architecture.kvHeads, 8);
		assert.equal(facts?.architecture.headDim, 128);
		assert.equal(facts?.contextLength?.value, 40_960);
		await assert.rejects(
			harness.client.readArchitecture("meta-llama/Llama-3.1-8B", undefined),
			hasCode("gated"),
		);
		const granted = harness.connect({ readToken: async () => "hf_loopbackGranted" });
		await granted.readArchitecture("meta-llama/Llama-3.1-8B", undefined);
		await assert.rejects(
			harness.client.readArchitecture("Qwen/Qwen3-8B-GGUF", undefined),
			hasCode("notFound"),
		);
	});

	it("reads what the scanners say, and takes a scan that is not done for unknown, never for clean", async () => {
		harness = await startHarness();
		const { client, hub } = harness;
		hub.patchModel("Qwen/Qwen3-8B", { securityRepoStatus: { scansDone: false, filesWithIssues: [] } });
		assert.equal(await client.readSecurity("Qwen/Qwen3-8B"), "unknown");
		hub.patchModel("Qwen/Qwen3-8B", { securityRepoStatus: { scansDone: true, filesWithIssues: [] } });
		assert.equal(await client.readSecurity("Qwen/Qwen3-8B"), "clean");
		const filesWithIssues = [{ path: "x.pkl", level: "unsafe" }];
		hub.patchModel("Qwen/Qwen3-8B", { securityRepoStatus: { scansDone: false, filesWithIssues } });
		assert.equal(await client.readSecurity("Qwen/Qwen3-8B"), "issues");
		hub.setFaults([{ match: "/scan", body: "[]" }]);
		await assert.rejects(client.readSecurity("Qwen/Qwen3-8B"), hasCode("badResponse"));
	});

	it("reads when the weights were last changed, by the commits of their files", async () => {
		harness = await startHarness();
		const { client, hub } = harness;
		const path = "model-00001-of-00002.safetensors";
		hub.setFaults([
			{
				match: "/tree/",
				body: [
					{ path, lastCommit: { date: "2025-05-01T10:00:00.000Z" } },
					{ path: "model-00002-of-00002.safetensors", lastCommit: { date: "2025-05-03T10:00:00.000Z" } },
					{ path: "README.md", lastCommit: { date: "2026-01-01T00:00:00.000Z" } },
					{ path: "mmproj-F16.gguf", lastCommit: { date: "2026-01-01T00:00:00.000Z" } },
					{ path: 5 },
					null,
				],
			},
		]);
		assert.equal(await client.readWeightsDate({ repoId: "Qwen/Qwen3-8B" }), Date.UTC(2025, 4, 3, 10));
		hub.setFaults([{ match: "/tree/", body: [{ path: "README.md" }] }]);
		assert.equal(await client.readWeightsDate({ repoId: "Qwen/Qwen3-8B" }), undefined);
		hub.setFaults([{ match: "/tree/", body: {} }]);
		await assert.rejects(client.readWeightsDate({ repoId: "Qwen/Qwen3-8B" }), hasCode("badResponse"));
	});

	it("suggests repo ids for what was typed", async () => {
		harness = await startHarness();
		const ids = await harness.client.suggestRepoIds("qwen3", { limit: 5 });
		assert.equal(ids.length, 5);
		assert.ok(ids.every((id) => id.toLowerCase().includes("qwen3")));
		harness.hub.setFaults([
			{ match: "quicksearch", body: { models: [null, { id: "<script>" }, { id: "a/b" }] } },
		]);
		assert.deepEqual(await harness.client.suggestRepoIds("x"), ["a/b"]);
	});

	it("reads whose token it is, with a token that does not look like one too", async () => {
		harness = await startHarness(
			{ readToken: async () => "any-words" },
			{ accounts: { "any-words": { name: "someone", isPro: false, role: "read", canReadGated: false } } },
		);
		assert.deepEqual(await harness.client.readAccount(), { name: "someone" });
		const anonymous = harness.connect({ readToken: async () => undefined });
		harness.hub.clearRequests();
		assert.equal(await anonymous.readAccount(), undefined);
		assert.equal(harness.hub.requests.length, 0);
		const mistaken = harness.connect({ readToken: async () => "hf_wrong" });
		await assert.rejects(mistaken.readAccount(), hasCode("unauthorized"));
	});

	it("refuses an endpoint that is no web address", async () => {
		harness = await startHarness();
		for (const endpoint of [
			"",
			"file:///etc",
			"javascript:0",
			"https://user:pw@hub.example",
			"huggingface.co",
		]) {
			assert.throws(() => harness.connect({ endpoint }), TypeError);
		}
	});
});
