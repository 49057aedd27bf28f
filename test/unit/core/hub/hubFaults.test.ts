import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { HubErrorCode } from "../../../../src/core/hub/hubError.ts";
import { isHubError } from "../../../../src/core/hub/hubError.ts";
import type { FaultRule } from "../../../hub/faults.ts";
import { type Harness, hasCode, startHarness } from "./hubHarness.ts";

describe("HubClient when the Hub fails", () => {
	let harness: Harness;
	afterEach(async () => {
		await harness.hub.close();
	});

	const refusals: readonly (readonly [string, Omit<FaultRule, "match">, HubErrorCode])[] = [
		["401 without a code", { status: 401, body: { error: "Invalid username or password." } }, "notFound"],
		["401 gated", { status: 401, headers: { "X-Error-Code": "GatedRepo" } }, "gated"],
		["403 gated", { status: 403, headers: { "X-Error-Code": "GatedRepo" } }, "gated"],
		["403", { status: 403 }, "unauthorized"],
		["403 disabled", { status: 403, body: { error: "Access to this resource is disabled." } }, "notFound"],
		["404", { status: 404, headers: { "X-Error-Code": "RepoNotFound" } }, "notFound"],
		["418", { status: 418 }, "badResponse"],
		["500", { status: 500 }, "server"],
		["503 that stays", { status: 503 }, "server"],
		["a web page", { body: "<html>", contentType: "text/html" }, "badResponse"],
		["JSON that breaks off", { body: '[{"id":' }, "badResponse"],
		["a body that breaks off", { truncateBody: true }, "badResponse"],
		["another shape", { body: { models: [] } }, "badResponse"],
		["no shape", { body: "null" }, "badResponse"],
		["an error page of its own", { status: 502, body: "<html>", contentType: "text/html" }, "server"],
		["a dropped connection", { dropConnection: true }, "offline"],
	];
	for (const [name, fault, code] of refusals) {
		it(`says ${code} of ${name}`, async () => {
			harness = await startHarness();
			harness.hub.setFaults([{ match: "/api/models", ...fault }]);
			await assert.rejects(harness.client.listModels({}), (error) => {
				assert.ok(isHubError(error, code), `not ${code} but ${error}`);
				return true;
			});
		});
	}

	it("names the status and the request in an error, and the server's message without control characters", async () => {
		harness = await startHarness();
		harness.hub.setFaults([{ match: "/api", status: 500, body: { error: "a\u202eb\u0007c" } }]);
		await assert.rejects(harness.client.listModels({}), (error) => {
			assert.ok(isHubError(error, "server"));
			assert.equal(error.status, 500);
			assert.match(error.requestId ?? "", /^Root=/);
			assert.match(error.message, /a b c/);
			return true;
		});
	});

	const passing: readonly (readonly [string, Omit<FaultRule, "match">])[] = [
		["502", { status: 502 }],
		["503", { status: 503 }],
		["504", { status: 504 }],
		["a dropped connection", { dropConnection: true }],
		["a body that breaks off", { truncateBody: 10 }],
	];
	for (const [name, fault] of passing) {
		it(`tries again after ${name}, twice at most`, async () => {
			harness = await startHarness();
			harness.hub.setFaults([{ match: "/api/models", ...fault, times: 2 }]);
			const page = await harness.client.listModels({ limit: 3 });
			assert.equal(page.models.length, 3);
			assert.equal(harness.hub.requests.length, 3);
			assert.deepEqual(harness.sleptMs, [600, 1200]);
			harness.hub.setFaults([{ match: "/api/models", ...fault }]);
			harness.hub.clearRequests();
			await assert.rejects(harness.client.listModels({ limit: 4 }));
			assert.equal(harness.hub.requests.length, 3);
		});
	}

	for (const status of [400, 401, 403, 404, 500]) {
		it(`does not try again after ${status}`, async () => {
			harness = await startHarness();
			harness.hub.setFaults([{ match: "/api/models", status }]);
			await assert.rejects(harness.client.listModels({}));
			assert.equal(harness.hub.requests.length, 1);
		});
	}

	it("gives up when no answer comes in time, also in the middle of a body", async () => {
		harness = await startHarness({ timeoutMs: 100 });
		harness.hub.setFaults([{ match: "/api/models", delayMs: 60_000 }]);
		await assert.rejects(harness.client.listModels({}), hasCode("timeout"));
		const server = createServer((_request, response) => {
			response.writeHead(200, { "Content-Type": "application/json" }).write("[");
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		const { port } = server.address() as AddressInfo;
		const client = harness.connect({ endpoint: `http://127.0.0.1:${port}` });
		await assert.rejects(client.listModels({}), hasCode("timeout"));
		server.closeAllConnections();
		server.close();
	});

	it("stops at once when cancelled, before and while it waits", async () => {
		harness = await startHarness();
		await assert.rejects(
			harness.client.listModels({}, { signal: AbortSignal.abort() }),
			hasCode("cancelled"),
		);
		assert.equal(harness.hub.requests.length, 0);
		harness.hub.setFaults([{ match: "/api/models", delayMs: 60_000 }]);
		const controller = new AbortController();
		const call = harness.client.readModel("Qwen/Qwen3-8B", { signal: controller.signal });
		setTimeout(() => controller.abort(), 50);
		await assert.rejects(call, hasCode("cancelled"));
	});

	it("says offline where nobody listens", async () => {
		harness = await startHarness();
		await assert.rejects(
			harness.connect({ endpoint: "http://127.0.0.1:9" }).listModels({}),
			hasCode("offline"),
		);
	});

	it("does not read a body without end", async () => {
		harness = await startHarness();
		harness.hub.setFaults([{ match: "config.json", body: `{"a":"${"x".repeat(1_100_000)}"}` }]);
		await assert.rejects(harness.client.readArchitecture("Qwen/Qwen3-8B", undefined), hasCode("badResponse"));
	});

	it("shares one request between equal calls, and one caller's leaving does not disturb the other", async () => {
		harness = await startHarness();
		harness.hub.setFaults([{ match: "/api/models", delayMs: 80 }]);
		const controller = new AbortController();
		const [left, stayed] = [
			harness.client.listModels({ text: "qwen" }, { signal: controller.signal }),
			harness.client.listModels({ text: "qwen" }),
		];
		setTimeout(() => controller.abort(), 20);
		await assert.rejects(left, hasCode("cancelled"));
		assert.ok((await stayed).models.length > 0);
		assert.equal(harness.hub.requests.length, 1);
	});

	it("asks anew after a shared request was left by all", async () => {
		harness = await startHarness();
		harness.hub.setFaults([{ match: "/api/models", delayMs: 60_000, times: 1 }]);
		const controller = new AbortController();
		const call = harness.client.listModels({}, { signal: controller.signal });
		setTimeout(() => controller.abort(), 30);
		await assert.rejects(call, hasCode("cancelled"));
		assert.ok((await harness.client.listModels({})).models.length > 0);
	});

	it("asks whether something changed, and takes 304 for the answer it has", async () => {
		harness = await startHarness();
		const first = await harness.client.listModels({ limit: 5 });
		const second = await harness.client.listModels({ limit: 5 });
		assert.equal(harness.hub.requests[1]?.status, 304);
		assert.deepEqual(
			second.models.map(({ repoId }) => repoId),
			first.models.map(({ repoId }) => repoId),
		);
		assert.equal(second.nextCursor, first.nextCursor);
		const browser = harness.connect({ canRevalidate: false });
		await browser.listModels({ limit: 5 });
		await browser.listModels({ limit: 5 });
		assert.equal(harness.hub.requests[3]?.ifNoneMatch, undefined);
	});

	it("goes on without a token that the Hub refused, tells it once, and says what is wrong", async () => {
		harness = await startHarness({ readToken: async () => "hf_wrong" });
		const page = await harness.client.listModels({ limit: 3 });
		assert.equal(page.models.length, 3);
		assert.deepEqual(
			harness.hub.requests.map(({ hasAuthorization, status }) => [hasAuthorization, status]),
			[
				[true, 401],
				[false, 200],
			],
		);
		await assert.rejects(harness.client.readModel("loopback-labs/private-model"), hasCode("unauthorized"));
		assert.equal(harness.badTokens.count, 1);
		assert.equal(harness.hub.requests[2]?.hasAuthorization, false);
	});

	it("sends no token that could not stand in a header", async () => {
		harness = await startHarness({ readToken: async () => "hf_x\r\nX-Evil: 1" });
		assert.ok((await harness.client.listModels({ limit: 1 })).models.length > 0);
		assert.equal(harness.badTokens.count, 1);
		assert.equal(harness.hub.requests[0]?.hasAuthorization, false);
	});

	it("never writes the token to the log or into an error", async () => {
		const token = "hf_loopbackReader";
		harness = await startHarness({ readToken: async () => token });
		harness.hub.setFaults([{ match: "/api/models", status: 500 }]);
		const error: unknown = await harness.client.listModels({}).catch((caught: unknown) => caught);
		assert.ok(isHubError(error));
		assert.ok(!`${error.message}${error.stack}${JSON.stringify(harness.log)}`.includes(token));
		assert.equal(harness.log[0]?.status, 500);
	});
});
