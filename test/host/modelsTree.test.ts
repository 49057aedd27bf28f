import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { TreeNode } from "../../src/host/sidebar/modelNode.ts";
import { countLists, readMessage, useHub } from "./hubHarness.ts";
import { answering } from "./person.ts";
import { contexts } from "./taps.ts";
import { findRow, listRows, press, type Row, readDescription, readLabel } from "./tree.ts";
import { until } from "./until.ts";

describe("the Models view", () => {
	const stage = useHub();

	const search = (text: string): Promise<unknown> =>
		answering([{ type: text }], () => vscode.commands.executeCommand("openModels.searchModels"));

	async function findModel(repoId: string): Promise<Row<TreeNode>> {
		await search(repoId);
		const rows = await listRows(stage.api.models);
		return findRow(rows, repoId.slice(repoId.indexOf("/") + 1));
	}

	it("lists what trends first", async () => {
		const models = (await listRows(stage.api.models)).flatMap(({ node }) =>
			node.kind === "model" ? [node.model] : [],
		);
		const scores = models.map(({ counters }) => counters.trendingScore ?? Number.NEGATIVE_INFINITY);
		assert.deepEqual(
			scores,
			[...scores].sort((one, other) => other - one),
		);
		assert.ok((scores[0] ?? 0) > 50);
	});

	it("shows of a model its verdict, size, license, downloads and author, the name first", async () => {
		const row = await findModel("Qwen/Qwen3-8B");
		assert.equal(readLabel(row), "Qwen3-8B");
		const [verdict, ...rest] = readDescription(row).split(" · ");
		assert.match(verdict ?? "", /^(fits|offload, slow|does not fit|memory fits, software does not)/);
		assert.deepEqual([rest[0], rest[1], rest.at(-1)], ["8.2B", "Apache-2.0", "Qwen"]);
		assert.match(rest[2] ?? "", /^([↗→↘] )?12\.2M$/);
		assert.ok(row.item.iconPath instanceof vscode.ThemeIcon);
	});

	it("says the same in words to a screen reader", async () => {
		const { item } = await findModel("Qwen/Qwen3-8B");
		const spoken = item.accessibilityInformation?.label ?? "";
		assert.match(spoken, /^Qwen3-8B, by Qwen, text generation, 8\.2B, Apache-2\.0, This machine \(.+\): /);
		assert.match(spoken, /12\.2M downloads in 30 days, (rising|steady|falling|direction not known)$/);
	});

	it("has a card behind each row, with the verdict by parts", async () => {
		const { item, node } = await findModel("Qwen/Qwen3-8B");
		const { tooltip } = await stage.api.models.resolveTreeItem(item, node);
		assert.ok(tooltip instanceof vscode.MarkdownString);
		const card = tooltip.value.replaceAll("\\", "");
		for (const words of [
			"Qwen/Qwen3-8B",
			"8.2B",
			"Apache",
			"Weights",
			"KV cache at 8k tokens",
			"Needed in all",
		]) {
			assert.ok(card.includes(words), `${words} in\n${card}`);
		}
		assert.equal(tooltip.isTrusted ?? false, false);
	});

	it("opens the model when a row is pressed, and offers watch and insert by its kind", async () => {
		const { item } = await findModel("Qwen/Qwen3-8B");
		assert.deepEqual(item.command?.arguments, ["Qwen/Qwen3-8B"]);
		assert.equal(item.command?.command, "openModels.openModel");
		assert.equal(item.contextValue, "model");
	});

	it("loads more until all is shown, no model twice", async () => {
		let rows = await listRows(stage.api.models);
		for (let page = 0; page < 40 && rows.some((row) => readLabel(row) === "Load more…"); page += 1) {
			await press(findRow(rows, "Load more…"));
			rows = await listRows(stage.api.models);
		}
		const repoIds = rows.flatMap(({ node }) => (node.kind === "model" ? [node.model.repoId] : []));
		assert.equal(new Set(repoIds).size, repoIds.length);
		await until("a line that counts them", () => readMessage().startsWith(`${repoIds.length} models`));
		assert.ok(repoIds.includes("loopback-labs/nothing-stated"), "the Hub's last page is missing");
		assert.equal(contexts.get("openModels.hasMore"), false);
		assert.ok(countLists(stage.hub.requests) >= 2);
	});

	it("expands a model to its files and its derivatives, after reading them when asked to", async () => {
		// One that no other suite has read in the last ten minutes.
		const repoId = "Qwen/Qwen3-8B-Base";
		const row = await findModel(repoId);
		assert.equal(row.item.collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
		await press(
			findRow(await listRows(stage.api.models, row.node), "Read files and derivatives from the Hub"),
		);
		const groups = await listRows(stage.api.models, (await findModel(repoId)).node);
		assert.match(readDescription(findRow(groups, "Files to load")), /^\d$/);
		assert.deepEqual(
			groups.map((group) => readLabel(group)).filter((label) => label.startsWith("Read")),
			[],
		);
		const files = await listRows(stage.api.models, findRow(groups, "Files to load").node);
		assert.match(files.map(readDescription).join(), /safetensors · 16\.4 GB/);
		const children = await listRows(stage.api.models, findRow(groups, "Fine-tunes").node);
		const child = findRow(children, "Qwen/Qwen3-8B");
		assert.equal(readDescription(child), "↓ 12.2M");
		assert.deepEqual(child.item.command?.arguments, ["Qwen/Qwen3-8B"]);
	});

	it("gives a dragged row's ID to the editor", async () => {
		const { node } = await findModel("BAAI/bge-m3");
		const data = new vscode.DataTransfer();
		await stage.api.models.handleDrag([node], data);
		assert.equal(await data.get("text/plain")?.asString(), "BAAI/bge-m3");
	});

	it("shows every model of a search, the exact name first, and asks the Hub for it", async () => {
		stage.hub.clearRequests();
		await search("qwen3-8b");
		const labels = (await listRows(stage.api.models)).map(readLabel);
		assert.equal(labels[0]?.toLowerCase().includes("qwen3-8b"), true);
		await until("the search at the Hub", () =>
			stage.hub.requests.some(
				({ path }) => new URL(path, stage.hub.url).searchParams.get("search") === "qwen3-8b",
			),
		);
	});
});
