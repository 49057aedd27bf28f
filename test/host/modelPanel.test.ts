import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { ModelView } from "../../src/protocol/modelPanel.ts";
import type { LoggedRequest } from "../hub/requestLog.ts";
import { closeEditors, openText } from "./editors.ts";
import { readMessage, useHub } from "./hubHarness.ts";
import { listPanelTitles, openPanel, readRefusal } from "./panelHarness.ts";
import { answering } from "./person.ts";
import { openedOutside, readView } from "./taps.ts";
import { listRows, readLabel } from "./tree.ts";
import { until } from "./until.ts";

const repoId = "Qwen/Qwen3-8B";

describe("a model's panel", () => {
	const stage = useHub();

	afterEach(closeEditors);

	it("opens beside the code, and its page asks for the model by itself", async () => {
		await openText("python", "a = 1");
		const { tap } = await openPanel(repoId);
		await until("its tab", () => listPanelTitles().join() === repoId);
		assert.equal(tap.panel.viewColumn, vscode.ViewColumn.Two);
		await until("the page's question", () => JSON.stringify(tap.fromPage).includes('"getModel"'));
	});

	it("comes to the front instead of opening twice", async () => {
		await openPanel(repoId);
		await openPanel("BAAI/bge-m3");
		await vscode.commands.executeCommand("openModels.openModel", repoId);
		await until("two tabs", () => listPanelTitles().length === 2);
		await until("it in front", () => vscode.window.tabGroups.activeTabGroup.activeTab?.label === repoId);
		assert.deepEqual(listPanelTitles().sort(), ["BAAI/bge-m3", repoId]);
	});

	it("is one panel for a model, under whatever name it is asked for", async () => {
		const { tap } = await openPanel(repoId);
		await openPanel("BAAI/bge-m3");
		const { read } = await openPanel(repoId.toLowerCase());
		await read();
		await until("one panel of it", () => listPanelTitles().sort().join() === `BAAI/bge-m3,${repoId}`);
		await until("that in front", () => tap.panel.active);
	});

	it("shows the line of ancestors, and what their licenses ask for beyond its own", async () => {
		const panel = await openPanel("monsterapi/Llama-3_1-8B-Instruct-orca-ORPO");
		const { license } = await panel.readUntil(
			"both ancestors",
			({ isLoading, license: { ancestors } }) => !isLoading && ancestors.length === 2,
		);
		const [parent, root] = license.ancestors;
		assert.equal(parent?.repoId, "meta-llama/Llama-3.1-8B-Instruct");
		assert.equal(parent?.license, "llama3.1");
		assert.equal(parent?.isConflict, true);
		assert.ok(parent.obligations.includes("The product must show “Built with Llama”."));
		assert.equal(root?.repoId, "meta-llama/Llama-3.1-8B");
	});

	it("asks the Hub at most six times for a model that was never read", async () => {
		stage.hub.clearRequests();
		const panel = await openPanel("HuggingFaceTB/SmolLM3-3B");
		const view = await panel.readWhole();
		assert.equal(view.problem, undefined);
		const readPaths = (): string[] =>
			stage.hub.requests
				.map(({ path }) => path)
				.filter((path) => /SmolLM3-3B(?![\w-])/.test(decodeURIComponent(path)));
		const paths = readPaths();
		assert.ok(paths.length >= 2 && paths.length <= 6, paths.join("\n"));
		await closeEditors();
		await (await openPanel("HuggingFaceTB/SmolLM3-3B")).readWhole();
		assert.deepEqual(readPaths(), paths, "it was asked again a moment later");
	});

	it("shows the whole model: facts, adoption, derivatives, fit, license, snippets", async () => {
		const panel = await openPanel(repoId);
		await panel.readWhole();
		const view = await panel.readUntil("snippets", ({ snippets }) => snippets.length > 2);
		assert.equal(view.name, "Qwen3-8B");
		assert.equal(view.author, "Qwen");
		assert.ok(view.facts.some(({ value }) => value === "8.2B"));
		assert.ok(view.facts.some(({ value }) => value === "Apache-2.0"));
		assert.deepEqual(
			view.derivatives.relations.map(({ label, count }) => `${label} ${count}`),
			["Fine-tunes 6", "Adapters 5", "Merges 2", "Quantizations 6"],
		);
		const timeline = view.adoption.charts.at(-1);
		assert.ok(timeline && timeline.labels.length > 0 && timeline.series.length > 0);
		assert.ok(view.fit.rows.length > 0 && view.fit.targets.length > 0);
		assert.ok(view.fit.rows.every(({ cells }) => cells.length === view.fit.targets.length));
		assert.ok(view.license.obligations.length > 0);
		assert.ok(view.safety.length > 0);
	});

	it("takes the canonical name of one that was written in another case", async () => {
		const panel = await openPanel("google/gemma-4-31b-it");
		await until("the title", () => listPanelTitles().includes("google/gemma-4-31B-it"));
		assert.equal((await panel.readWhole()).repoId, "google/gemma-4-31B-it");
		await vscode.commands.executeCommand("openModels.openModel", "google/gemma-4-31B-it");
		assert.deepEqual(listPanelTitles(), ["google/gemma-4-31B-it"]);
	});

	it("follows a model that was renamed, and so does the watch list", async () => {
		const former = "cross-encoder/ms-marco-MiniLM-L-6-v2";
		await vscode.commands.executeCommand("openModels.watchModel", former);
		await openPanel(former);
		const current = "cross-encoder/ms-marco-MiniLM-L6-v2";
		await until("the title", () => listPanelTitles().includes(current));
		const watched = await until("the watch list", async () => {
			const rows = await listRows(stage.api.watched);
			return rows.some((row) => readLabel(row) === "ms-marco-MiniLM-L6-v2") && rows;
		});
		assert.equal(watched.length, 1);
		await vscode.commands.executeCommand("openModels.unwatchModel", current);
	});

	it("recomputes the fit for another context, and tells it in a whole snapshot", async () => {
		const panel = await openPanel(repoId);
		await panel.readWhole();
		let seen: ModelView | undefined;
		panel.rpc.on("modelChanged", (view) => {
			seen = view;
		});
		await panel.rpc.call("setContext", { contextTokens: 32_768 });
		const { fit } = await until("the snapshot", () => seen?.fit.contextTokens === 32_768 && seen);
		const parts = fit.rows[0]?.cells[0]?.parts ?? [];
		assert.ok(
			parts.some(({ label }) => label === "KV cache at 32k tokens"),
			JSON.stringify(parts),
		);
	});

	it("inserts into the editor last used, and says which that is", async () => {
		const editor = await openText("python", 'model = "▮"');
		const panel = await openPanel(repoId);
		assert.match((await panel.read()).insertPlace ?? "", /^case-\d+$/);
		assert.deepEqual(await panel.rpc.call("insertModelId", {}), { inserted: true });
		assert.equal(editor.document.getText(), `model = "${repoId}"`);
	});

	it("says that it could not insert where there is no editor", async () => {
		const panel = await openPanel(repoId);
		assert.equal((await panel.read()).insertPlace, undefined);
		assert.deepEqual(await panel.rpc.call("insertModelId", {}), { inserted: false });
	});

	it("inserts and copies a snippet by its key, and copies the ID", async () => {
		const editor = await openText("python", "▮");
		const panel = await openPanel(repoId);
		const { snippets } = await panel.readUntil("snippets", (view) => view.snippets.length > 0);
		const [snippet] = snippets;
		assert.ok(snippet);
		await panel.rpc.call("insertSnippet", { snippetId: snippet.id });
		assert.equal(editor.document.getText(), snippet.code);
		await panel.rpc.call("copySnippet", { snippetId: snippet.id });
		assert.equal(await vscode.env.clipboard.readText(), snippet.code);
		await panel.rpc.call("copyModelId", {});
		assert.equal(await vscode.env.clipboard.readText(), repoId);
		assert.deepEqual(await panel.rpc.call("insertSnippet", { snippetId: "no such" }), { inserted: false });
	});

	it("types a command of a snippet into a terminal, and leaves Enter to the user", async () => {
		const panel = await openPanel(repoId);
		const { snippets } = await panel.readUntil("snippets", (view) =>
			view.snippets.some((each) => each.canRun),
		);
		assert.ok(
			snippets.some(({ canRun }) => !canRun),
			"code of a language is nothing for a shell",
		);
		const serve = /^vllm serve "Qwen\/Qwen3-8B"$/m.exec(
			snippets.find(({ id }) => id === "app:vllm")?.code ?? "",
		);
		assert.ok(serve);
		await answering([{ pick: /^Start the vLLM server/ }], () =>
			panel.rpc.call("runSnippet", { snippetId: "app:vllm" }),
		);
		try {
			await until("the command in the terminal", async () => {
				await vscode.commands.executeCommand("workbench.action.terminal.selectAll");
				await vscode.commands.executeCommand("workbench.action.terminal.copySelection");
				return (await vscode.env.clipboard.readText()).trimEnd().endsWith(serve[0]);
			});
		} finally {
			for (const terminal of vscode.window.terminals) {
				terminal.dispose();
			}
		}
	});

	it("watches, opens links by their key, opens other models", async () => {
		const panel = await openPanel(repoId);
		await panel.rpc.call("setWatched", { watched: true });
		assert.equal((await panel.read()).isWatched, true);
		assert.deepEqual((await listRows(stage.api.watched)).map(readLabel), ["Qwen3-8B"]);
		await panel.rpc.call("setWatched", { watched: false });
		await panel.rpc.call("openLink", { key: "hub" });
		assert.equal(openedOutside.at(-1), `${stage.hub.url}/${repoId}`);
		await panel.rpc.call("openModel", { repoId: "BAAI/bge-m3" });
		await until("the other panel", () => listPanelTitles().includes("BAAI/bge-m3"));
	});

	it("leads to all derivatives of a relation in the sidebar, asked of the Hub, and back", async () => {
		const panel = await openPanel(repoId);
		await panel.readWhole();
		stage.hub.clearRequests();
		await panel.rpc.call("showDerivatives", { relation: "finetune" });
		await until("the filter beside the view's name", () =>
			readView("openModels.models").description?.includes("Fine-tunes of Qwen3-8B"),
		);
		await until("the question", () =>
			stage.hub.requests.some(
				({ path, status }) =>
					status === 200 && decodeURIComponent(path).includes(`filter=base_model:finetune:${repoId}`),
			),
		);
		await until("all six", () => /^6 of \d+ · Hub, /.test(readMessage()));
		const rows = await listRows(stage.api.models);
		const bases = rows.flatMap(({ node }) =>
			node.kind === "model" ? [node.model.baseModels?.repoIds.includes(repoId)] : [],
		);
		assert.deepEqual(bases, [true, true, true, true, true, true]);
		await answering([{ pick: "Made from a model" }], () =>
			vscode.commands.executeCommand("openModels.filterModels"),
		);
		await until("nothing filtered", () => !readMessage().includes(" of "));
	});

	it("reads the Hub again when asked to", async () => {
		const panel = await openPanel(repoId);
		await panel.readWhole();
		stage.hub.patchModel(repoId, { likes: 4_321_987 });
		await panel.rpc.call("refresh", {});
		assert.ok(JSON.stringify((await panel.read()).adoption.figures).includes("4,321,987"));
	});

	it("refuses what its page has no business to say", async () => {
		const panel = await openPanel(repoId);
		const before = openedOutside.length;
		const wrong: readonly [string, unknown][] = [
			["executeCommand", { command: "workbench.action.closeWindow" }],
			["constructor", {}],
			["openLink", { key: "https://evil.example" }],
			["openModel", { repoId: "../../etc/passwd" }],
			["openModel", { repoId: 5 }],
			["setContext", { contextTokens: -1 }],
			["setWatched", null],
			["showDerivatives", { relation: "constructor" }],
		];
		for (const [index, [method, params]] of wrong.entries()) {
			const id = 7_000_000 + index;
			panel.tap.say({ kind: "request", id, method, params });
			const answer = await until(`an answer to ${method}`, () =>
				panel.tap.posted.find((message) => JSON.stringify(message).includes(`"id":${id}`)),
			);
			assert.match(JSON.stringify(answer), /"kind":"failure"/, method);
		}
		for (const noise of [null, 5, "x", {}, { kind: "request" }, { kind: "reply", id: 1 }]) {
			panel.tap.say(noise);
		}
		assert.equal(openedOutside.length, before);
		assert.equal((await panel.read()).repoId, repoId);
	});

	it("has no data in its page, its own script alone, and a new nonce each time", async () => {
		const { tap } = await openPanel(repoId);
		const { tap: other } = await openPanel("BAAI/bge-m3");
		const policy = /Content-Security-Policy" content="([^"]+)"/.exec(tap.panel.webview.html)?.[1] ?? "";
		assert.match(policy, /^default-src 'none'; script-src 'nonce-[0-9a-f]{32}';/);
		assert.ok(!policy.includes("unsafe"));
		assert.ok(!tap.panel.webview.html.includes("Qwen"));
		const nonces = [tap, other].map(({ panel }) => /nonce-(\w+)/.exec(panel.webview.html)?.[1]);
		assert.notEqual(nonces[0], nonces[1]);
	});

	it("says so of a model that the Hub does not have, and stays usable", async () => {
		const panel = await openPanel("nobody/has-heard-of-it");
		const view = await panel.readWhole();
		assert.deepEqual(view.problem, {
			words: "The Hub has no such model, or it is private.",
			canRetry: true,
		});
		assert.equal(view.name, "has-heard-of-it");
		assert.equal(await readRefusal(panel.rpc.call("setContext", { contextTokens: 0 })), "failed");
	});

	it("ends its questions when it is closed", async () => {
		stage.hub.setFaults([{ match: "/api/models/microsoft/phi-4", delayMs: 60_000 }]);
		const panel = await openPanel("microsoft/phi-4");
		await panel.read();
		const findSlow = (): LoggedRequest | undefined =>
			stage.hub.requests.find(({ path, status }) => path.includes("phi-4") && status === undefined);
		assert.equal((await until("the slow question", findSlow)).isOver, false);
		await closeEditors();
		assert.deepEqual(listPanelTitles(), []);
		await until("the end of the question", () => findSlow()?.isOver === true);
	});
});
