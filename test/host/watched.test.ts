import assert from "node:assert/strict";
import * as vscode from "vscode";
import { useHub } from "./hubHarness.ts";
import { answering } from "./person.ts";
import { contexts, readView } from "./taps.ts";
import { findRow, listRows, readDescription, readLabel } from "./tree.ts";
import { until } from "./until.ts";

describe("the Watched view", () => {
	const stage = useHub();

	const list = async (): Promise<readonly string[]> => (await listRows(stage.api.watched)).map(readLabel);
	const watch = (argument: unknown): Thenable<unknown> =>
		vscode.commands.executeCommand("openModels.watchModel", argument);
	const unwatch = (argument: unknown): Thenable<unknown> =>
		vscode.commands.executeCommand("openModels.unwatchModel", argument);

	afterEach(async () => {
		for (const { node } of await listRows(stage.api.watched)) {
			await unwatch(node);
		}
	});

	it("is empty at first, so that its welcome is seen", async () => {
		assert.deepEqual(await list(), []);
	});

	it("keeps what is watched, newest first, each once", async () => {
		await watch("Qwen/Qwen3-8B");
		await watch("BAAI/bge-m3");
		await watch("Qwen/Qwen3-8B");
		assert.deepEqual(await list(), ["bge-m3", "Qwen3-8B"]);
	});

	it("offers those that are watched, and no others, to whoever stops watching without a row", async () => {
		assert.equal(contexts.get("openModels.watchesNothing"), true);
		await watch("Qwen/Qwen3-8B");
		await watch("BAAI/bge-m3");
		assert.equal(contexts.get("openModels.watchesNothing"), false);
		const { questions } = await answering([{ pick: "Qwen/Qwen3-8B" }], () => unwatch(undefined));
		assert.equal(questions[0]?.items.length, 2);
		assert.deepEqual(await list(), ["bge-m3"]);
	});

	it("says of a watched model what the Models view says", async () => {
		await watch("Qwen/Qwen3-8B");
		const row = findRow(await listRows(stage.api.watched), "Qwen3-8B");
		assert.match(readDescription(row), / · 8\.2B · Apache-2\.0 · .*12\.2M · Qwen$/);
		assert.equal(row.item.collapsibleState, vscode.TreeItemCollapsibleState.None);
		const { tooltip } = await stage.api.watched.resolveTreeItem(row.item, row.node);
		assert.ok(tooltip instanceof vscode.MarkdownString && tooltip.value.includes("Apache"));
	});

	it("marks the row in the Models view, so that it offers the other action", async () => {
		await answering([{ type: "Qwen/Qwen3-8B" }], () =>
			vscode.commands.executeCommand("openModels.searchModels"),
		);
		const read = async (): Promise<string | undefined> =>
			findRow(await listRows(stage.api.models), "Qwen3-8B").item.contextValue;
		const { node } = findRow(await listRows(stage.api.models), "Qwen3-8B");
		await watch(node);
		assert.equal(await read(), "model.watched");
		await unwatch(node);
		assert.equal(await read(), "model");
		assert.deepEqual(await list(), []);
	});

	it("keeps a model that nothing is known of by its name", async () => {
		await watch("nobody/has-heard-of-it");
		assert.deepEqual(await list(), ["nobody/has-heard-of-it"]);
	});
});

describe("what changed of a watched model", () => {
	const stage = useHub();
	const repoId = "Qwen/Qwen3-8B";
	const record = /\/api\/models\/Qwen\/Qwen3-8B\?/;

	const refresh = (): Thenable<unknown> => vscode.commands.executeCommand("openModels.refreshModels");
	const readRow = async () => {
		const [row] = await listRows(stage.api.watched);
		assert.ok(row);
		return row;
	};

	before(async () => {
		await vscode.commands.executeCommand("openModels.watched.focus");
		await vscode.commands.executeCommand("openModels.watchModel", repoId);
		await listRows(stage.api.watched);
		await refresh();
	});
	after(() => vscode.commands.executeCommand("openModels.unwatchModel", repoId));

	async function changeOnHub(): Promise<void> {
		const reply = await fetch(`${stage.hub.url}/api/models/${repoId}`);
		const whole: { tags: string[]; cardData?: object } = JSON.parse(await reply.text());
		const body = {
			...whole,
			sha: "f".repeat(40),
			gated: "manual",
			cardData: { ...whole.cardData, license: "mit" },
			tags: [...whole.tags.filter((tag) => !tag.startsWith("license:")), "license:mit"],
		};
		stage.hub.setFaults([{ match: record, body, status: 200 }]);
		await refresh();
	}

	it("is nothing at first", async () => {
		const row = await readRow();
		assert.equal(row.item.contextValue, "model.watched");
		assert.equal(readView("openModels.watched").description ?? "", "");
	});

	it("is on its row, in its tooltip and on the view, and gone when it is marked as seen", async () => {
		await changeOnHub();
		const row = await until("the mark", async () => {
			const each = await readRow();
			return each.item.contextValue === "model.watched.changed" && each;
		});
		assert.match(readDescription(row), /^license changed, access changed, .*new revision · /);
		assert.match(row.item.accessibilityInformation?.label ?? "", /^license changed/);
		const view = readView("openModels.watched");
		await until("the view's word", () => view.description === "1 changed");
		assert.equal(view.badge?.value, 1);
		const { tooltip } = await stage.api.watched.resolveTreeItem(row.item, row.node);
		assert.ok(tooltip instanceof vscode.MarkdownString);
		assert.match(tooltip.value, /license was apache\\-2\\.0 and is mit now/);
		await vscode.commands.executeCommand("openModels.markAsSeen", row.node);
		await until("no mark", async () => (await readRow()).item.contextValue === "model.watched");
		await until("no word", () => (view.description ?? "") === "" && view.badge === undefined);
	});

	it("is its removal, once", async () => {
		stage.hub.setFaults([
			{
				match: record,
				status: 404,
				body: { error: "Repository not found" },
				headers: { "X-Error-Code": "RepoNotFound" },
			},
		]);
		await refresh();
		await until("the mark", async () => readDescription(await readRow()).startsWith("no longer on the Hub"));
		await vscode.commands.executeCommand("openModels.markAsSeen");
		await refresh();
		await until("no mark", async () => !readDescription(await readRow()).includes("no longer"));
	});

	it("is nothing where the Hub fails: what is not known is no change", async () => {
		stage.hub.setFaults([{ match: record, status: 500 }]);
		await refresh();
		assert.ok(!readDescription(await readRow()).includes("changed"));
	});
});
