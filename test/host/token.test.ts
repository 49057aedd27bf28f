import assert from "node:assert/strict";
import * as vscode from "vscode";
import { type HubServer, startHub } from "../hub/hubServer.ts";
import { closeEditors } from "./editors.ts";
import { readMessage, useHub } from "./hubHarness.ts";
import { openPanel } from "./panelHarness.ts";
import { answering } from "./person.ts";
import { answerNotice, contexts } from "./taps.ts";
import { until } from "./until.ts";

const list = "/api/models?";

describe("a token of the Hub", () => {
	const stage = useHub();
	let other: HubServer;

	before(async () => {
		other = await startHub();
	});
	after(() => other.close());
	afterEach(async () => {
		await closeEditors();
		await vscode.commands.executeCommand("openModels.signOut");
	});

	const signIn = (token: string): Promise<{ readonly words: string }> =>
		answerNotice(() =>
			answering([{ type: token }], () => vscode.commands.executeCommand("openModels.signIn")),
		);

	const refresh = (): Thenable<unknown> => vscode.commands.executeCommand("openModels.refreshModels");

	it("is tried, kept, and sent from then on", async () => {
		assert.equal((await signIn("hf_loopbackReader")).words, "Signed in to the Hub as reader.");
		await until("Sign Out offered", () => contexts.get("openModels.isSignedOut") === false);
		stage.hub.clearRequests();
		await refresh();
		assert.deepEqual(
			[...new Set(stage.hub.requests.map(({ hasAuthorization }) => hasAuthorization))],
			[true],
		);
	});

	it("is gone after signing out", async () => {
		await signIn("hf_loopbackReader");
		await vscode.commands.executeCommand("openModels.signOut");
		await until("Sign In offered", () => contexts.get("openModels.isSignedOut") === true);
		stage.hub.clearRequests();
		await refresh();
		assert.deepEqual(
			[...new Set(stage.hub.requests.map(({ hasAuthorization }) => hasAuthorization))],
			[false],
		);
	});

	it("that the Hub refuses is told and not kept", async () => {
		const notice = await signIn("hf_wrong");
		assert.match(notice.words, /^The Hub did not accept the token\./);
		assert.equal(contexts.get("openModels.isSignedOut"), true);
	});

	it("opens gated files to those who were let in", async () => {
		await signIn("hf_loopbackGranted");
		stage.hub.clearRequests();
		await (await openPanel("meta-llama/Llama-3.2-1B-Instruct")).readWhole();
		const file = stage.hub.requests.find(({ path }) => path.includes("/resolve/"));
		assert.equal(file?.status, 200);
	});

	it("goes to no other origin, by redirect or by link", async () => {
		await signIn("hf_loopbackReader");
		stage.hub.setFaults([
			{ match: list, times: 1, redirectTo: `${other.url}/api/models` },
			{ match: list, linkHeader: `<${other.url}/api/models?cursor=x>; rel="next"` },
			{ match: "/resolve/", redirectTo: `${other.url}/config.json` },
		]);
		await answerNotice(refresh);
		await refresh();
		await vscode.commands.executeCommand("openModels.loadMoreModels");
		await (await openPanel("Qwen/Qwen3-0.6B")).readWhole();
		assert.deepEqual(
			other.requests.filter(({ hasAuthorization }) => hasAuthorization),
			[],
		);
	});

	it("is never told to a panel", async () => {
		await signIn("hf_loopbackReader");
		const { tap, readWhole } = await openPanel("Qwen/Qwen3-32B");
		await readWhole();
		assert.ok(!JSON.stringify(tap.posted).includes("hf_loopbackReader"));
		assert.ok(!tap.panel.webview.html.includes("hf_loopbackReader"));
	});

	it("that is revoked does not stop what anybody may read, and is told where it does", async () => {
		await signIn("hf_loopbackReader");
		const headers = { "X-Error-Message": "Invalid credentials in Authorization header" };
		stage.hub.setFaults([{ match: list, status: 401, headers, times: 1 }]);
		await refresh();
		assert.ok(!readMessage().includes("token"), readMessage());
		assert.equal(stage.hub.requests.at(-1)?.hasAuthorization, false);
	});
});
