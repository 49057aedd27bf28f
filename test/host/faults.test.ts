import assert from "node:assert/strict";
import * as vscode from "vscode";
import { type HubServer, startHub } from "../hub/hubServer.ts";
import { closeEditors } from "./editors.ts";
import { countLists, readMessage, useHub } from "./hubHarness.ts";
import { openPanel } from "./panelHarness.ts";
import { answering } from "./person.ts";
import { answerNotice, notices } from "./taps.ts";
import { findRow, listRows, press } from "./tree.ts";
import { until } from "./until.ts";

const list = "/api/models?";
const refresh = (): Thenable<unknown> => vscode.commands.executeCommand("openModels.refreshModels");

const serverWords = "The Hub has a problem of its own at the moment.";
const unreadWords = "The Hub's answer could not be read.";
const offlineWords = "The Hub cannot be reached.";

describe("when the Hub fails", () => {
	const stage = useHub();
	let other: HubServer;

	before(async () => {
		other = await startHub();
	});
	after(() => other.close());
	afterEach(closeEditors);

	const countRows = async (): Promise<number> =>
		(await listRows(stage.api.models)).filter(({ node }) => node.kind === "model").length;

	/** A refresh that fails says why, in a notice and above the list, and the list stays; the next one mends it. */
	async function expectFailure(words: string): Promise<void> {
		const notice = await answerNotice(refresh);
		assert.equal(notice.words, words);
		assert.equal(notice.kind, "warning");
		await until(`"${words}" above the list`, () => readMessage().endsWith(words));
		assert.equal(await countRows(), 50);
		stage.hub.clearFaults();
		await refresh();
		await until("nothing above the list any more", () => !readMessage().includes(words));
	}

	it("an error of the server is told, and the list stays", async () => {
		stage.hub.setFaults([{ match: list, status: 500 }]);
		await expectFailure(serverWords);
	});

	it("a moment of unavailability is bridged without a word", async () => {
		const before = notices.length;
		stage.hub.setFaults([{ match: list, status: 503, times: 1 }]);
		stage.hub.clearRequests();
		await refresh();
		assert.equal(notices.length, before);
		assert.deepEqual(
			stage.hub.requests.map(({ status }) => status),
			[503, stage.hub.requests[1]?.status],
		);
		assert.ok(!readMessage().includes("problem"));
	});

	it("unavailability that lasts is told after a few tries", async () => {
		stage.hub.setFaults([{ match: list, status: 503 }]);
		stage.hub.clearRequests();
		await expectFailure(serverWords);
		assert.equal(stage.hub.requests.filter(({ status }) => status === 503).length, 3);
	});

	it("half an answer is no answer", async () => {
		// Of an answer that has not changed there is no body to cut.
		stage.hub.patchModel("Qwen/Qwen3-8B", { likes: 1097 });
		stage.hub.setFaults([{ match: list, truncateBody: true }]);
		const notice = await answerNotice(refresh);
		assert.ok([unreadWords, offlineWords].includes(notice.words), notice.words);
		assert.equal(await countRows(), 50);
	});

	it("a page in place of data is told", async () => {
		stage.hub.setFaults([
			{ match: list, contentType: "text/html", body: "<h1>Sign in to the guest network</h1>" },
		]);
		await expectFailure(unreadWords);
	});

	it("an answer of another shape is told", async () => {
		stage.hub.setFaults([{ match: list, body: { models: "none" } }]);
		await expectFailure(unreadWords);
	});

	it("rows that are no models are left out, and the others shown", async () => {
		const before = notices.length;
		const rows = [
			null,
			7,
			"x",
			[],
			{},
			{ id: 5 },
			{ id: "../../etc/passwd" },
			{ id: "loopback-labs/whole-row" },
		];
		stage.hub.setFaults([{ match: list, body: rows }]);
		await answering([{ type: "whole-row" }], () => vscode.commands.executeCommand("openModels.searchModels"));
		await refresh();
		const found = await listRows(stage.api.models);
		findRow(found, "whole-row");
		assert.equal(notices.length, before);
	});

	it("a dropped connection is told", async () => {
		stage.hub.setFaults([{ match: list, dropConnection: true }]);
		await expectFailure(offlineWords);
	});

	it("a redirect to another origin is not followed", async () => {
		stage.hub.setFaults([{ match: list, redirectTo: `${other.url}/api/models` }]);
		await expectFailure(unreadWords);
		assert.deepEqual(other.requests, []);
	});

	it("a next page at another origin is not asked for", async () => {
		stage.hub.setFaults([
			{ match: list, linkHeader: `<${other.url}/api/models?cursor=x&limit=100>; rel="next"` },
		]);
		await refresh();
		let rows = await listRows(stage.api.models);
		for (let page = 0; page < 40 && rows.some(({ item }) => item.label === "Load more…"); page += 1) {
			await press(findRow(rows, "Load more…"));
			rows = await listRows(stage.api.models);
		}
		assert.deepEqual(other.requests, []);
	});

	it("a slow answer gives way to a newer question, in silence", async () => {
		const before = notices.length;
		stage.hub.setFaults([{ match: "search=slow-one", delayMs: 25_000 }]);
		stage.hub.clearRequests();
		const search = (text: string): Promise<unknown> =>
			answering([{ type: text }], () => vscode.commands.executeCommand("openModels.searchModels"));
		await search("slow-one");
		await until("the slow question", () => stage.hub.requests.some(({ path }) => path.includes("slow-one")));
		await search("bge");
		await until("the newer answer", () =>
			stage.hub.requests.some(({ path, status }) => path.includes("search=bge") && status === 200),
		);
		await until("a quiet line", () => /^\d+ of \d+ · Hub, this minute$/.test(readMessage()));
		findRow(await listRows(stage.api.models), "bge-m3");
		const [slow] = stage.hub.requests.filter(({ path }) => path.includes("slow-one"));
		assert.equal(slow?.status, undefined);
		assert.equal(notices.length, before);
	});

	it("gated files leave the rest of the model to be read", async () => {
		const view = await (await openPanel("meta-llama/Llama-3.1-8B-Instruct")).readWhole();
		assert.equal(view.problem, undefined);
		assert.ok(view.facts.some(({ value }) => value === "8B"));
		assert.match(view.warnings.join(), /^Gated: its files need/);
	});

	it("a model that cannot be read again keeps what is known of it, says why, and tries again", async () => {
		stage.hub.setFaults([{ match: "/api/models/microsoft/", status: 500 }]);
		const panel = await openPanel("microsoft/Phi-3.5-mini-instruct");
		const view = await panel.readWhole();
		assert.deepEqual(view.problem, { words: serverWords, canRetry: true });
		assert.ok(view.facts.some(({ value }) => value === "3.8B"));
		stage.hub.clearRequests();
		stage.hub.clearFaults();
		const shownAgain = await panel.read();
		assert.deepEqual(shownAgain.problem, view.problem);
		assert.deepEqual(stage.hub.requests, [], "a page that is shown again is no question");
		await panel.rpc.call("refresh", {});
		assert.equal((await panel.readWhole()).problem, undefined);
	});

	it("a row's reading that fails is told where it was asked for", async () => {
		stage.hub.setFaults([{ match: "/api/models/BAAI/bge-small", status: 500 }]);
		const notice = await answerNotice(() =>
			vscode.commands.executeCommand("openModels.readModel", "BAAI/bge-small-en-v1.5"),
		);
		assert.deepEqual([notice.kind, notice.words], ["error", serverWords]);
	});

	it("derivatives that cannot be read leave the model standing", async () => {
		stage.hub.setFaults([{ match: "base_model", status: 500 }]);
		const view = await (await openPanel("google/gemma-3-4b-it")).readWhole();
		assert.equal(view.problem, undefined);
		assert.ok(view.facts.some(({ value }) => value === "4.3B"));
	});

	it("and it is well again afterwards", async () => {
		stage.hub.clearRequests();
		await refresh();
		await until("an answer", () => stage.hub.requests.some(({ status }) => status === 200 || status === 304));
		assert.ok(countLists(stage.hub.requests) <= 1);
	});
});

describe("when the Hub's limit is used up", () => {
	const stage = useHub();

	it("the time to wait is told, and nothing is asked before it is over", async () => {
		stage.hub.setFaults([{ match: list, status: 429 }]);
		const notice = await answerNotice(refresh);
		assert.match(notice.words, /^The Hub's request limit is used up; it opens again in \d+ (s|min)\.$/);
		stage.hub.clearFaults();
		stage.hub.clearRequests();
		await answerNotice(refresh);
		assert.deepEqual(stage.hub.requests, []);
		assert.ok((await listRows(stage.api.models)).length >= 50);
	});
});

describe("when the Hub refuses without a time to wait", () => {
	const stage = useHub();

	it("one refusal is waited out, and more are told", async () => {
		const bare = { RateLimit: null, "RateLimit-Policy": null };
		stage.hub.setFaults([{ match: list, status: 429, headers: bare }]);
		const notice = await answerNotice(refresh);
		assert.match(notice.words, /^The Hub's request limit is used up/);
		assert.ok((await listRows(stage.api.models)).length >= 50);
	});
});
