import assert from "node:assert/strict";
import { isHubError } from "../../../../src/core/hub/hubError.ts";
import { type Harness, hasCode, startHarness } from "./hubHarness.ts";

describe("HubClient and the rate limit", () => {
	let harness: Harness;
	let nowMs = Date.UTC(2026, 0);
	const now = (): number => nowMs;
	const start = async (quota: number): Promise<Harness> => {
		nowMs = Date.UTC(2026, 0);
		return startHarness({ now }, { quota, now });
	};
	afterEach(async () => {
		await harness.hub.close();
	});

	it("knows what is left of the window", async () => {
		harness = await start(50);
		assert.deepEqual(harness.client.rateState, {});
		await harness.client.listModels({ limit: 1 });
		assert.deepEqual(harness.client.rateState, { remaining: 49, quota: 50, resetAtMs: nowMs + 300_000 });
	});

	it("does not ask before the wall is over, and says how long that is", async () => {
		harness = await start(2);
		await harness.client.listModels({ limit: 1 });
		await harness.client.listModels({ limit: 2 });
		nowMs += 100_000;
		await assert.rejects(harness.client.listModels({ limit: 3 }), (error) => {
			assert.ok(isHubError(error, "rateLimited"));
			assert.equal(error.retryAfterMs, 201_000);
			return true;
		});
		assert.equal(harness.hub.requests.length, 2);
		nowMs += 201_000;
		assert.equal((await harness.client.listModels({ limit: 3 })).models.length, 3);
	});

	it("waits a short wall out, by itself, once", async () => {
		harness = await start(500);
		const headers = { RateLimit: null, "RateLimit-Policy": null, "Retry-After": "1" };
		harness.hub.setFaults([{ match: "/api", status: 429, times: 1, headers }]);
		assert.equal((await harness.client.listModels({ limit: 3 })).models.length, 3);
		assert.deepEqual(harness.sleptMs, [1000]);
	});

	it("does as Retry-After says, in seconds or as a date, but not for ever", async () => {
		for (const [retryAfter, expectedMs] of [
			["60", 60_000],
			[new Date(Date.UTC(2026, 0) + 30_000).toUTCString(), 30_000],
			["99999999", 900_000],
		] as const) {
			harness = await start(500);
			const headers = { RateLimit: null, "Retry-After": retryAfter };
			harness.hub.setFaults([{ match: "/api", status: 429, headers }]);
			await assert.rejects(harness.client.listModels({}), (error) => {
				assert.ok(isHubError(error, "rateLimited"));
				assert.equal(error.retryAfterMs, expectedMs);
				return true;
			});
			await assert.rejects(harness.client.listModels({ limit: 2 }), hasCode("rateLimited"));
			assert.equal(harness.hub.requests.length, 1);
			await harness.hub.close();
		}
	});

	it("backs off further each time when it is not told how long", async () => {
		harness = await start(500);
		harness.hub.setFaults([{ match: "/api", status: 429, headers: { RateLimit: null } }]);
		const waits: number[] = [];
		for (let round = 0; round < 3; round += 1) {
			await assert.rejects(harness.client.listModels({}), (error) => {
				assert.ok(isHubError(error, "rateLimited"));
				waits.push(error.retryAfterMs ?? 0);
				return true;
			});
			nowMs += 600_000;
		}
		assert.ok(waits.every((ms, index) => index === 0 || ms > (waits[index - 1] ?? 0)));
	});

	it("slows background calls down, and stops them, before the wall; the user's go on", async () => {
		harness = await start(10);
		const background = { isBackground: true };
		for (let limit = 1; limit <= 6; limit += 1) {
			await harness.client.listModels({ limit }, background);
		}
		assert.deepEqual(harness.sleptMs, []);
		await harness.client.listModels({ limit: 7 }, background);
		assert.equal(harness.sleptMs.length, 1);
		await harness.client.listModels({ limit: 8 });
		await harness.client.listModels({ limit: 9 });
		await assert.rejects(harness.client.listModels({ limit: 10 }, background), hasCode("rateLimited"));
		assert.equal((await harness.client.listModels({ limit: 10 })).models.length, 10);
		assert.equal(harness.hub.requests.length, 10);
	});

	it("counts files apart from the API", async () => {
		harness = await start(1);
		await harness.client.listModels({});
		assert.ok(await harness.client.readArchitecture("Qwen/Qwen3-8B", undefined));
	});

	it("begins anew with another token", async () => {
		let token: string | undefined;
		nowMs = Date.UTC(2026, 0);
		harness = await startHarness({ now, readToken: async () => token }, { quota: 1, now });
		await harness.client.listModels({});
		await assert.rejects(harness.client.listModels({ limit: 2 }), hasCode("rateLimited"));
		token = "hf_loopbackReader";
		assert.equal((await harness.client.listModels({ limit: 2 })).models.length, 2);
	});
});
