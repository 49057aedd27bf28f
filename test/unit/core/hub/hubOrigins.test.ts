import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Harness, hasCode, startHarness } from "./hubHarness.ts";

describe("HubClient and other origins", () => {
	let harness: Harness;
	let stranger: Server;
	let strangerUrl: string;
	const met: IncomingMessage[] = [];

	beforeEach(async () => {
		met.length = 0;
		stranger = createServer((request, response) => {
			met.push(request);
			response.writeHead(200, { "Content-Type": "application/json" }).end("[]");
		});
		await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
		strangerUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
		harness = await startHarness({ readToken: async () => "hf_loopbackGranted" });
	});
	afterEach(async () => {
		stranger.closeAllConnections();
		stranger.close();
		await harness.hub.close();
	});

	it("does not follow a redirect to another origin, so the token stays here", async () => {
		harness.hub.setFaults([{ match: "/api/models", redirectTo: `${strangerUrl}/api/models` }]);
		await assert.rejects(harness.client.listModels({}), hasCode("badResponse"));
		await assert.rejects(harness.client.readModel("Qwen/Qwen3-8B"), hasCode("badResponse"));
		assert.equal(met.length, 0);
	});

	it("does not follow a redirect to another kind of address", async () => {
		for (const redirectTo of [
			"file:///etc/passwd",
			"data:application/json,[]",
			"//[",
			"http://a@127.0.0.1/",
		]) {
			harness.hub.setFaults([{ match: "/api/models", redirectTo }]);
			await assert.rejects(harness.client.listModels({}), hasCode("badResponse"));
		}
	});

	it("follows a redirect in the Hub with the token, and no circle", async () => {
		const private_ = await harness.client.readModel("LOOPBACK-labs/PRIVATE-model");
		assert.equal(private_.repoId, "loopback-labs/private-model");
		assert.deepEqual(
			harness.hub.requests.map(({ hasAuthorization }) => hasAuthorization),
			[true, true],
		);
		harness.hub.clearRequests();
		harness.hub.setFaults([{ match: "/api/models", redirectTo: "/api/models" }]);
		await assert.rejects(harness.client.listModels({}), hasCode("badResponse"));
		assert.equal(harness.hub.requests.length, 5);
	});

	it("takes no next page elsewhere", async () => {
		for (const linkHeader of [
			`<${strangerUrl}/api/models?cursor=x>; rel="next"`,
			`<${harness.hub.url}/api/whoami-v2?cursor=x>; rel="next"`,
			`<${harness.hub.url}/api/models?cursor=x>; rel="prev"`,
			"<javascript:0>; rel=next",
			"<".repeat(10_000),
		]) {
			harness.hub.setFaults([{ match: "/api/models", linkHeader }]);
			assert.equal((await harness.client.listModels({ limit: 2 })).nextCursor, undefined, linkHeader);
		}
		harness.hub.setFaults([
			{ match: "/api/models", linkHeader: `</api/models?cursor=x>; title="a"; rel="next", <b>; rel="x"` },
		]);
		const { nextCursor } = await harness.client.listModels({ limit: 2 });
		assert.equal(nextCursor, `${harness.hub.url}/api/models?cursor=x`);
	});

	it("refuses a cursor that leads elsewhere", async () => {
		for (const cursor of [`${strangerUrl}/api/models?cursor=x`, `${harness.hub.url}/api/whoami-v2`, "x"]) {
			await assert.rejects(harness.client.listModels({}, { cursor }), hasCode("badResponse"));
		}
		assert.equal(met.length + harness.hub.requests.length, 0);
	});

	it("keeps the path of an endpoint behind a proxy", async () => {
		const paths: string[] = [];
		const client = harness.connect({
			endpoint: `${strangerUrl}/hub/`,
			fetch: async (input) => {
				paths.push(String(input));
				return new Response("[]", { headers: { "Content-Type": "application/json" } });
			},
		});
		await client.listModels({});
		assert.ok(paths[0]?.startsWith(`${strangerUrl}/hub/api/models?`));
	});

	it("looks where a browser's hidden redirect ended", async () => {
		const json = { headers: { "Content-Type": "application/json" } };
		const landings = [`${harness.hub.url}/api/models?x=1`, `${strangerUrl}/api/models`];
		const answers = landings.map((url) => async (_input: unknown, init?: RequestInit): Promise<Response> => {
			if (init?.redirect === "manual") {
				return Object.defineProperties(new Response(null), {
					type: { value: "opaqueredirect" },
					status: { value: 0 },
				});
			}
			return Object.defineProperty(new Response('[{"id":"a/b"}]', json), "url", { value: url });
		});
		const [inside, outside] = answers.map((fetch) => harness.connect({ fetch }));
		assert.equal((await inside?.listModels({}))?.models[0]?.repoId, "a/b");
		await assert.rejects(async () => outside?.listModels({}), hasCode("badResponse"));
	});
});
