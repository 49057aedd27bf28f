import assert from "node:assert/strict";
import {
	connectRpc,
	RpcError,
	type RpcFailure,
	type RpcHandlers,
	serveRpc,
} from "../../../src/protocol/rpc.ts";
import { createPipe } from "./createPipe.ts";

interface Methods {
	double(params: { readonly value: number }): Promise<{ readonly doubled: number }>;
	fail(params: Record<never, never>): Promise<void>;
	wait(params: Record<never, never>): Promise<string>;
	giveUnsendable(params: Record<never, never>): Promise<unknown>;
}

interface Events {
	changed: { readonly text: string };
}

class Coded extends Error {
	constructor(readonly code: string) {
		super(`secret details of ${code}`);
	}
}

const describeError = (error: unknown): RpcFailure => {
	if (error instanceof Coded) {
		return { code: error.code, message: `Words for ${error.code}` };
	}
	return { code: error instanceof RpcError ? error.code : "failed", message: "" };
};

const anyParams = { check: (params: unknown) => (typeof params === "object" && params ? {} : undefined) };

const settleAll = async () => {
	for (let turn = 0; turn < 8; turn++) {
		await new Promise((resolve) => setImmediate(resolve));
	}
};

function createHandlers() {
	const seen = { signals: [] as AbortSignal[], release: [] as ((text: string) => void)[] };
	const handlers: RpcHandlers<Methods> = {
		double: {
			check: (params) =>
				typeof params === "object" && params && "value" in params && typeof params.value === "number"
					? { value: params.value }
					: undefined,
			run: async ({ value }) => ({ doubled: value * 2 }),
		},
		fail: {
			...anyParams,
			run: async () => {
				throw new Coded("rateLimited");
			},
		},
		wait: {
			...anyParams,
			run: (_params, signal) => {
				seen.signals.push(signal);
				return new Promise((resolve, reject) => {
					seen.release.push(resolve);
					signal.addEventListener("abort", () => reject(new Coded("cancelled")));
				});
			},
		},
		giveUnsendable: {
			...anyParams,
			run: async () => {
				const circle: Record<string, unknown> = {};
				circle["self"] = circle;
				return circle;
			},
		},
	};
	return { handlers, seen };
}

function createPair() {
	const pipe = createPipe();
	const { handlers, seen } = createHandlers();
	const server = serveRpc<Methods, Events>(pipe.host, handlers, describeError);
	const client = connectRpc<Methods, Events>(pipe.panel);
	return { pipe, seen, server, client };
}

const hasCode = (code: string) => (error: unknown) => error instanceof RpcError && error.code === code;

describe("rpc between a panel and its host", () => {
	it("answers a request with its own result, whatever the order of the answers", async () => {
		const { client, seen } = createPair();
		const slow = client.call("wait", {});
		assert.deepEqual(await client.call("double", { value: 4 }), { doubled: 8 });
		seen.release[0]?.("late");
		assert.equal(await slow, "late");
	});

	it("answers a handler that throws with its code and the host's words, not the exception's", async () => {
		const { client, pipe } = createPair();
		await assert.rejects(client.call("fail", {}), (error) => {
			assert.ok(error instanceof RpcError);
			assert.equal(error.code, "rateLimited");
			assert.equal(error.message, "Words for rateLimited");
			return true;
		});
		assert.ok(!JSON.stringify(pipe.toPanel).includes("secret"));
	});

	it("answers even when the result cannot be sent or the words cannot be found", async () => {
		const { client } = createPair();
		await assert.rejects(client.call("giveUnsendable", {}), hasCode("failed"));

		const pipe = createPipe();
		serveRpc<Methods, Events>(pipe.host, createHandlers().handlers, () => {
			throw new Error("no words");
		});
		await assert.rejects(connectRpc<Methods, Events>(pipe.panel).call("fail", {}), hasCode("failed"));
	});

	it("refuses parameters that the handler's check refuses, and methods that do not exist", async () => {
		const { pipe } = createPair();
		pipe.panel.post({ kind: "request", id: 1, method: "double", params: { value: "4" } });
		pipe.panel.post({ kind: "request", id: 2, method: "workbench.action.quit", params: {} });
		pipe.panel.post({ kind: "request", id: 3, method: "constructor", params: {} });
		pipe.panel.post({ kind: "request", id: 4, method: "__proto__", params: {} });
		await settleAll();
		assert.deepEqual(pipe.toPanel, [
			{ kind: "failure", id: 1, error: { code: "badParams", message: "" } },
			{ kind: "failure", id: 2, error: { code: "unknownMethod", message: "" } },
			{ kind: "failure", id: 3, error: { code: "unknownMethod", message: "" } },
			{ kind: "failure", id: 4, error: { code: "unknownMethod", message: "" } },
		]);
	});

	it("carries cancellation to the handler and gives no answer to a cancelled request", async () => {
		const { client, pipe, seen } = createPair();
		const cancellation = new AbortController();
		const waiting = client.call("wait", {}, cancellation.signal);
		await settleAll();
		cancellation.abort();
		await assert.rejects(waiting, hasCode("cancelled"));
		await settleAll();
		assert.equal(seen.signals[0]?.aborted, true);
		assert.deepEqual(pipe.toPanel, []);
	});

	it("sends nothing for a request that was cancelled before it was made", async () => {
		const { client, pipe } = createPair();
		await assert.rejects(client.call("wait", {}, AbortSignal.abort()), hasCode("cancelled"));
		assert.deepEqual(pipe.toHost, []);
	});

	it("ignores messages of unknown shape, in both directions", async () => {
		const { client, pipe } = createPair();
		const events: unknown[] = [];
		client.on("changed", (data) => events.push(data));
		const odd: unknown[] = [
			null,
			7,
			"x",
			[],
			{},
			{ kind: "request" },
			{ kind: "request", id: "1", method: "wait" },
		];
		odd.push({ kind: "cancel", id: 99 }, { kind: "reply", id: 99 }, { kind: "failure", id: 99, error: null });
		odd.push(
			{ kind: "event", name: 3 },
			{ kind: "event", name: "other", data: 1 },
			{ kind: "request", id: 0.5 },
		);
		for (const message of odd) {
			pipe.panel.post(message);
			pipe.host.post(message);
		}
		const answersBefore = pipe.toPanel.length;
		await settleAll();
		assert.equal(pipe.toPanel.length, answersBefore);
		assert.deepEqual(events, []);
		assert.deepEqual(await client.call("double", { value: 1 }), { doubled: 2 });
	});

	it("delivers whole snapshots to those who listen, until they stop", async () => {
		const { client, server } = createPair();
		const texts: string[] = [];
		const stop = client.on("changed", ({ text }) => texts.push(text));
		server.emit("changed", { text: "one" });
		await settleAll();
		stop();
		server.emit("changed", { text: "two" });
		await settleAll();
		assert.deepEqual(texts, ["one"]);
	});

	it("rejects what is pending, and what comes after, when the panel's end is disposed", async () => {
		const { client } = createPair();
		const waiting = client.call("wait", {});
		client.dispose();
		await assert.rejects(waiting, hasCode("disposed"));
		await assert.rejects(client.call("double", { value: 1 }), hasCode("disposed"));
	});

	it("aborts what is running when the host's end is disposed, and survives a panel that is gone", async () => {
		const { client, pipe, seen, server } = createPair();
		client.call("wait", {}).catch(() => undefined);
		await settleAll();
		pipe.host.post = () => {
			throw new Error("Webview is disposed");
		};
		server.emit("changed", { text: "to nobody" });
		server.dispose();
		await settleAll();
		assert.equal(seen.signals[0]?.aborted, true);
	});

	it("keeps two panels apart", async () => {
		const first = createPair();
		const second = createPair();
		const texts: string[] = [];
		first.client.on("changed", ({ text }) => texts.push(`first ${text}`));
		second.client.on("changed", ({ text }) => texts.push(`second ${text}`));
		const waiting = first.client.call("wait", {});
		second.server.emit("changed", { text: "hello" });
		assert.deepEqual(await second.client.call("double", { value: 3 }), { doubled: 6 });
		second.server.dispose();
		first.seen.release[0]?.("still here");
		assert.equal(await waiting, "still here");
		assert.deepEqual(texts, ["second hello"]);
	});

	it("does not give a panel that was shown again the answers to its former life", async () => {
		const { pipe, seen } = createPair();
		const former = connectRpc<Methods, Events>(pipe.panel);
		former.call("wait", {}).catch(() => undefined);
		await settleAll();
		former.dispose();
		const now = connectRpc<Methods, Events>(pipe.panel);
		let answer = "none";
		now.call("wait", {}).then(
			(text) => {
				answer = text;
			},
			() => undefined,
		);
		await settleAll();
		seen.release[0]?.("for the former");
		await settleAll();
		assert.equal(answer, "none");
		seen.release[1]?.("for this one");
		await settleAll();
		assert.equal(answer, "for this one");
	});

	it("does not compile a missing handler, a handler without a check, or a wrong parameter", () => {
		const { check } = anyParams;
		const { handlers } = createHandlers();
		const { wait: _left, ...incomplete } = handlers;
		// @ts-expect-error: a handler is missing.
		const missing: RpcHandlers<Methods> = incomplete;
		// @ts-expect-error: a handler does not check what it receives.
		const unchecked: RpcHandlers<Methods> = { ...handlers, fail: { run: async () => undefined } };
		// @ts-expect-error: the check gives other parameters than the method takes.
		const wrong: RpcHandlers<Methods> = { ...handlers, double: { check, run: handlers.double.run } };
		const call = (client: ReturnType<typeof createPair>["client"]) =>
			// @ts-expect-error: the parameter is a number.
			client.call("double", { value: "4" });
		assert.ok(missing && unchecked && wrong && call);
	});
});
