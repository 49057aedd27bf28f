import assert from "node:assert/strict";
import * as vscode from "vscode";
import { useHub } from "./hubHarness.ts";
import { answering } from "./person.ts";
import { findRow, listRows, readDescription, readLabel } from "./tree.ts";

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
