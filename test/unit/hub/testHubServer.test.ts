import assert from "node:assert/strict";
import { type HubServer, startHub } from "../../hub/hubServer.ts";
import { ask, readError } from "./readHub.ts";

describe("test Hub: headers, rate limit, requests", () => {
	let nowMs = 1_000_000;
	let hub: HubServer;
	let model: string;

	beforeEach(async () => {
		nowMs = 1_000_000;
		hub = await startHub({ quota: 3, windowSeconds: 300, now: () => nowMs });
		model = `${hub.url}/api/models/Qwen/Qwen3-8B`;
	});
	afterEach(() => hub.close());

	it("says what is left in the Hub's form, on redirects and refusals too", async () => {
		const moved = await ask(`${hub.url}/api/models/qwen/qwen3-8b`);
		assert.equal(moved.headers.get("ratelimit"), '"api";r=2;t=300');
		assert.equal(moved.headers.get("ratelimit-policy"), '"fixed window";"api";q=3;w=300');
		nowMs += 10_500;
		const refused = await ask(`${hub.url}/api/models?sort=trending`);
		assert.equal(refused.headers.get("ratelimit"), '"api";r=1;t=290');
	});

	it("refuses with 429 when nothing is left, until the window ends", async () => {
		for (let count = 0; count < 3; count += 1) {
			assert.equal((await ask(model)).status, 200);
		}
		const refused = await ask(model);
		assert.equal(refused.status, 429);
		assert.equal(refused.headers.get("ratelimit"), '"api";r=0;t=300');
		assert.equal(refused.headers.get("retry-after"), null);
		assert.equal((await ask(model, { Authorization: "Bearer hf_loopbackReader" })).status, 200);
		nowMs += 300_000;
		assert.equal((await ask(model)).status, 200);
	});

	it("counts files in a roomier bucket", async () => {
		const file = await ask(`${hub.url}/Qwen/Qwen3-8B/resolve/main/config.json`);
		assert.equal(file.headers.get("ratelimit"), '"resolvers";r=2999;t=300');
		assert.equal((await ask(model)).headers.get("ratelimit"), '"api";r=2;t=300');
	});

	it("answers 304 to the ETag of an unchanged model, and 200 once it has changed", async () => {
		const etag = (await ask(model)).headers.get("etag") ?? "";
		const same = await ask(model, { "If-None-Match": etag });
		assert.equal(same.status, 304);
		assert.equal(same.text, "");
		assert.equal(same.headers.get("ratelimit"), '"api";r=1;t=300');
		hub.patchModel("Qwen/Qwen3-8B", { downloads: 1 });
		const changed = await ask(model, { "If-None-Match": etag });
		assert.equal(changed.status, 200);
		assert.equal(JSON.parse(changed.text).downloads, 1);
	});

	it("gives every answer an id of its own and lets pages of other origins read it", async () => {
		const first = await ask(model, { Origin: "http://127.0.0.1:9" });
		const second = await ask(model);
		assert.notEqual(first.headers.get("x-request-id"), second.headers.get("x-request-id"));
		assert.equal(first.headers.get("access-control-allow-origin"), "http://127.0.0.1:9");
		assert.doesNotMatch(first.headers.get("access-control-expose-headers") ?? "", /ratelimit/i);
		const preflight = await fetch(model, { method: "OPTIONS", headers: { Origin: "http://127.0.0.1:9" } });
		assert.equal(preflight.status, 204);
	});

	it("logs what was asked and whether a token came, never the token", async () => {
		await ask(`${model}?expand=likes`, { Authorization: "Bearer hf_loopbackReader" });
		await ask(`${hub.url}/api/models?sort=trending`);
		const [first, second] = hub.requests;
		assert.equal(first?.path, "/api/models/Qwen/Qwen3-8B?expand=likes");
		assert.deepEqual([first?.hasAuthorization, first?.status], [true, 200]);
		assert.deepEqual([second?.hasAuthorization, second?.status], [false, 400]);
		const log = await ask(`${hub.url}/__requests`);
		assert(!log.text.includes("hf_loopback"));
		assert.equal(JSON.parse(log.text).length, 2);
		await fetch(`${hub.url}/__requests`, { method: "DELETE" });
		assert.equal(hub.requests.length, 0);
	});

	it("refuses what is not a read, and says so for pages that it does not have", async () => {
		assert.equal((await fetch(model, { method: "POST", body: "{}" })).status, 405);
		assert.equal((await ask(`${hub.url}/datasets`)).status, 404);
		assert.equal(readError(await ask(`${hub.url}/api/models/%E0%A4%A`)), "Invalid URL");
	});

	it("fails to start on a missing file with the file's name", async () => {
		await assert.rejects(startHub({ dataPaths: ["/no/such/models.jsonl"] }), /\/no\/such\/models\.jsonl/);
	});
});
