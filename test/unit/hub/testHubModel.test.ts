import assert from "node:assert/strict";
import { type HubServer, startHub } from "../../hub/hubServer.ts";
import { isRecord, readRecords } from "../../hub/rowFields.ts";
import { type Answer, ask, askObject, askRows, readError } from "./readHub.ts";

const READER = { Authorization: "Bearer hf_loopbackReader" };
const GRANTED = { Authorization: "Bearer hf_loopbackGranted" };
const BAD = { Authorization: "Bearer hf_expired" };

describe("test Hub: GET /api/models/{id}", () => {
	let hub: HubServer;
	let models: string;

	before(async () => {
		hub = await startHub({ quota: 100_000 });
		models = `${hub.url}/api/models`;
	});
	after(() => hub.close());

	it("answers with the default payload, which lacks what only expand gives", async () => {
		const model = await askObject(`${models}/Qwen/Qwen3-8B`);
		for (const name of ["_id", "sha", "siblings", "cardData", "config", "safetensors", "usedStorage"]) {
			assert(name in model, name);
		}
		for (const name of [
			"downloadsAllTime",
			"trendingScore",
			"childrenModelCount",
			"baseModels",
			"evalResults",
		]) {
			assert(!(name in model), name);
		}
	});

	it("keeps the real _id of a model that another names as its base, and makes one from the date else", async () => {
		const base = await askObject(`${models}/Qwen/Qwen3-8B-Base`);
		assert.equal(base["_id"], "680f0c3e6eacf22a04ee1219");
		const own = await askObject(`${models}/loopback-labs/qwen3-8b-agent`);
		const seconds = Number.parseInt(String(own["_id"]).slice(0, 8), 16);
		assert.equal(seconds * 1000, Date.parse(String(own["createdAt"])));
	});

	it("gives in one call sizes, base, children by relation, evaluations and providers", async () => {
		const names = "siblings,baseModels,childrenModelCount,usedStorage,evalResults,inferenceProviderMapping";
		const model = await askObject(`${models}/Qwen/Qwen3-8B?blobs=true&expand=${names}`);
		assert.deepEqual(Object.keys(model).sort(), ["_id", "id", ...names.split(",")].sort());
		const shards = readRecords(model, "siblings").filter((file) =>
			/of-00005/.test(String(file["rfilename"])),
		);
		assert.equal(shards.length, 5);
		const totalBytes = shards.reduce((total, file) => total + Number(file["size"]), 0);
		assert.equal(totalBytes, 16_381_516_776);
		assert(isRecord(shards[0]?.["lfs"]) && shards[0]["lfs"]["size"] === shards[0]["size"]);
		assert.deepEqual(model["childrenModelCount"], { adapter: 5, merge: 2, quantized: 6, finetune: 6 });
		assert(isRecord(model["inferenceProviderMapping"]) && "novita" in model["inferenceProviderMapping"]);
	});

	it("gives no size without blobs, and the security status only when asked for without expand", async () => {
		const model = await askObject(`${models}/Qwen/Qwen3-8B?expand=siblings`);
		assert(readRecords(model, "siblings").every((file) => Object.keys(file).join() === "rfilename"));
		const pickle = await askObject(`${models}/loopback-labs/pickle-only-classifier?securityStatus=true`);
		assert.deepEqual(pickle["securityRepoStatus"], {
			scansDone: true,
			filesWithIssues: [{ path: "pytorch_model.bin", level: "unsafe" }],
		});
		const mixed = await askObject(`${models}/Qwen/Qwen3-8B?securityStatus=true&expand=likes`);
		assert(!("securityRepoStatus" in mixed));
	});

	it("names 32 fields when it refuses one", async () => {
		const answer = await ask(`${models}/Qwen/Qwen3-8B?expand[]=_id&expand[]=likes`);
		assert.equal(answer.status, 400);
		assert.match(String(readError(answer)), /childrenModelCount, usedStorage\]$/);
	});

	it("reads a revision from the path alone", async () => {
		const { sha } = await askObject(`${models}/Qwen/Qwen3-8B`);
		assert.equal((await askObject(`${models}/Qwen/Qwen3-8B/revision/${sha}`))["sha"], sha);
		assert.equal((await askObject(`${models}/Qwen/Qwen3-8B/revision/HEAD`))["sha"], sha);
		assert.equal((await ask(`${models}/Qwen/Qwen3-8B?revision=no-such`)).status, 200);
		const answer = await ask(`${models}/Qwen/Qwen3-8B/revision/${encodeURIComponent("refs/pr/9")}`);
		assertRefused(answer, 404, "RevisionNotFound");
		assert.equal(readError(answer), "Invalid rev id: refs/pr/9");
	});

	it("redirects former and wrong-case ids by a relative Location with the query kept", async () => {
		for (const [from, to] of [
			["runwayml/stable-diffusion-v1-5", "stable-diffusion-v1-5/stable-diffusion-v1-5"],
			["qwen/qwen3-8b", "Qwen/Qwen3-8B"],
			["gpt2", "openai-community/gpt2"],
		]) {
			const answer = await ask(`${models}/${from}?expand=likes&expand=sha`);
			assert.equal(answer.status, 307);
			assert.equal(answer.headers.get("location"), `/api/models/${to}?expand=likes&expand=sha`);
		}
		const answer = await ask(`${models}/qwen/qwen3-8b/tree/main?recursive=true`);
		assert.equal(answer.headers.get("location"), "/api/models/Qwen/Qwen3-8B/tree/main?recursive=true");
		const file = await ask(`${hub.url}/qwen/qwen3-8b/resolve/main/config.json`);
		assert.equal(file.headers.get("location"), "/Qwen/Qwen3-8B/resolve/main/config.json");
	});

	it("does not let an anonymous visitor tell missing from private, and tells a token's owner", async () => {
		for (const id of ["no-such/model", "loopback-labs/private-model", "loopback-labs/PRIVATE-model"]) {
			const answer = await ask(`${models}/${id}`);
			assertRefused(answer, 401, null);
			assert.equal(readError(answer), "Invalid username or password.");
			assertRefused(await ask(`${models}/${id}`, READER), 404, "RepoNotFound");
		}
		assert.equal((await ask(`${models}/loopback-labs/private-model`, GRANTED)).status, 200);
	});

	it("says that a token is bad, on whatever it is asked", async () => {
		for (const path of ["/api/models", "/api/models/Qwen/Qwen3-8B", "/api/whoami-v2"]) {
			const answer = await ask(hub.url + path, BAD);
			assertRefused(answer, 401, null);
			assert.equal(readError(answer), "Invalid credentials in Authorization header");
		}
	});

	it("shows a gated model to everyone, and its files to those who were let in", async () => {
		const id = "meta-llama/Llama-3.1-8B-Instruct";
		assert.equal((await askObject(`${models}/${id}`))["gated"], "manual");
		for (const path of [`/${id}/resolve/main/config.json`, `/api/models/${id}/commits/main`]) {
			assertRefused(await ask(hub.url + path), 401, "GatedRepo");
			assertRefused(await ask(hub.url + path, READER), 403, "GatedRepo");
			assert.equal((await ask(hub.url + path, GRANTED)).status, 200);
		}
	});

	it("shows a disabled model, and none of its files", async () => {
		assert.equal((await askObject(`${models}/loopback-labs/disabled-model`))["disabled"], true);
		assertRefused(await ask(`${hub.url}/loopback-labs/disabled-model/resolve/main/config.json`), 403, null);
	});

	it("serves config.json with the architecture, and sends elsewhere for large files", async () => {
		const config = await askObject(`${hub.url}/Qwen/Qwen3-8B/resolve/main/config.json`);
		assert.equal(config["num_key_value_heads"], 8);
		const nested = await askObject(`${hub.url}/google/gemma-4-31B-it/resolve/main/config.json`);
		assert(isRecord(nested["text_config"]) && nested["text_config"]["num_hidden_layers"] === 60);
		const weights = await ask(`${hub.url}/Qwen/Qwen3-8B-GGUF/resolve/main/Qwen3-8B-Q4_K_M.gguf`);
		assert.equal(weights.status, 302);
		assert.equal(weights.headers.get("x-linked-size"), "5027783872");
		const part = await ask(`${hub.url}/Qwen/Qwen3-8B/resolve/main/config.json`, { Range: "bytes=0-0" });
		assert.deepEqual([part.status, part.text], [206, "{"]);
		assert.match(part.headers.get("content-range") ?? "", /^bytes 0-0\/\d{3}$/);
		assertRefused(await ask(`${hub.url}/Qwen/Qwen3-8B/resolve/main/no-such.json`), 404, "EntryNotFound");
		assertRefused(await ask(`${hub.url}/Qwen/Qwen3-8B/resolve/v0/config.json`), 404, "RevisionNotFound");
	});

	it("lists a tree by folder, or all of it, page by page", async () => {
		const top = await askRows(`${models}/openai/gpt-oss-20b/tree/main`);
		assert(top.some((entry) => entry["type"] === "directory" && entry["path"] === "original"));
		assert(!top.some((entry) => String(entry["path"]).startsWith("original/")));
		const inside = await askRows(`${models}/openai/gpt-oss-20b/tree/main/original`);
		assert(inside.every((entry) => String(entry["path"]).startsWith("original/")));
		const all = await askRows(`${models}/openai/gpt-oss-20b/tree/main?recursive=true`);
		assert(all.some((entry) => entry["path"] === "original/model.safetensors"));
		const page = await ask(`${models}/openai/gpt-oss-20b/tree/main?recursive=true&limit=3`);
		assert.match(page.headers.get("link") ?? "", /rel="next"/);
		const security = await askRows(`${models}/loopback-labs/pickle-only-classifier/tree/main?expand=true`);
		const pickle = security.find((entry) => entry["path"] === "pytorch_model.bin");
		assert.deepEqual(pickle?.["securityFileStatus"], { status: "unsafe" });
		assertRefused(await ask(`${models}/openai/gpt-oss-20b/tree/main/nowhere`), 404, "EntryNotFound");
	});

	it("lists commits newest first with their count", async () => {
		const answer = await ask(`${models}/Qwen/Qwen3-8B/commits/main?limit=1`);
		assert.equal(answer.headers.get("x-total-count"), "2");
		assert.match(answer.headers.get("link") ?? "", /p=1/);
		const [newest] = JSON.parse(answer.text);
		assert.equal(newest.date, "2025-07-26T03:49:13.000Z");
	});
});

function assertRefused(answer: Answer, status: number, code: string | null): void {
	assert.equal(answer.status, status, answer.text);
	assert.equal(answer.headers.get("x-error-code"), code);
	assert.equal(answer.headers.get("x-error-message"), readError(answer));
}
