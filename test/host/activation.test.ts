import assert from "node:assert/strict";
import * as vscode from "vscode";
import { type HubServer, startHub } from "../hub/hubServer.ts";
import { activate, deadEndpoint, expectNoRejection, readMessage, setSetting } from "./hubHarness.ts";
import { contexts, readView } from "./taps.ts";
import { listRows } from "./tree.ts";
import { until } from "./until.ts";

/** The file that runs first: a start can be seen only once in a window. */
describe("a start", () => {
	let hub: HubServer;

	before(async () => {
		hub = await startHub();
		await setSetting("endpoint", hub.url);
	});

	afterEach(() => expectNoRejection());

	after(async () => {
		await setSetting("endpoint", undefined);
		await hub.close();
	});

	it("is none as long as nobody asks for anything", () => {
		const extension = vscode.extensions.getExtension("open-models.open-models");
		assert.ok(extension, "VS Code does not know the extension");
		assert.equal(extension.isActive, false);
	});

	it("asks the Hub nothing before a view is shown", async () => {
		await activate();
		assert.deepEqual(hub.requests, []);
	});

	it("shows the list from disk while the Hub has not answered, and says of when it is", async () => {
		hub.setFaults([{ match: "/api/models", delayMs: 30_000 }]);
		const { models } = await activate();
		await vscode.commands.executeCommand("openModels.models.focus");
		await until("a line above the list", () => readMessage() !== "");
		const rows = await listRows(models);
		assert.match(readMessage(), /^\d+ models · built-in catalog, /);
		assert.ok(rows.length >= 50, `${rows.length} rows`);
		assert.equal(hub.requests.filter(({ status }) => status !== undefined).length, 0);
		assert.equal(contexts.get("openModels.models.state"), "list");
	});

	it("then shows what the Hub says, after at most three requests in all", async () => {
		hub.clearFaults();
		await until("the Hub's list", () => /^\d+ models · Hub, this minute$/.test(readMessage()));
		const paths = hub.requests.map(({ path }) => path);
		assert.ok(paths.length >= 1 && paths.length <= 3, paths.join("\n"));
	});

	it("names itself to the Hub, without a token where none was given", () => {
		for (const request of hub.requests) {
			assert.match(request.userAgent ?? "", /open-models\/\d/);
			assert.equal(request.hasAuthorization, false);
		}
	});

	it("keeps the list, and says why it is not newer, when the Hub cannot be reached", async () => {
		const { models } = await activate();
		await setSetting("endpoint", deadEndpoint);
		await until("the reason", () => readMessage().endsWith(" · The Hub cannot be reached.")).catch(() =>
			assert.fail(readMessage()),
		);
		assert.ok((await listRows(models)).length >= 50);
	});

	it("asks nothing while the Hub is switched off, and again when it is switched on", async () => {
		await setSetting("offline", true);
		await setSetting("endpoint", hub.url);
		hub.clearFaults();
		hub.clearRequests();
		await vscode.commands.executeCommand("openModels.models.focus");
		assert.ok((await listRows((await activate()).models)).length >= 50);
		assert.deepEqual(hub.requests, []);
		await setSetting("offline", undefined);
		await until("a new answer", () => hub.requests.some(({ status }) => status === 200));
		await until("the Hub's list", () => readMessage().endsWith(" · Hub, this minute"));
	});

	it("has made the three views", async () => {
		assert.equal(readView("openModels.models").visible, true);
		const commands = await vscode.commands.getCommands(true);
		for (const view of ["openModels.models", "openModels.targets", "openModels.watched"]) {
			assert.ok(commands.includes(`${view}.focus`), `there is no view ${view}`);
		}
	});
});
