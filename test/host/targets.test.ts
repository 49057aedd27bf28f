import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Target } from "../../src/core/hardware/target.ts";
import { setSetting, useHub } from "./hubHarness.ts";
import { answering } from "./person.ts";
import { answerNotice, contexts, readView } from "./taps.ts";
import { findRow, listRows, type Row, readDescription, readLabel } from "./tree.ts";

describe("the Targets view", () => {
	const stage = useHub();

	before(() => vscode.commands.executeCommand("openModels.targets.focus"));

	const list = (): Promise<readonly Row<Target>[]> => listRows(stage.api.targets);

	/** The verdict beside a model in the Models view. */
	async function readVerdict(name: string): Promise<string> {
		await answering([{ type: name }], () => vscode.commands.executeCommand("openModels.searchModels"));
		const rows = await listRows(stage.api.models);
		return readDescription(findRow(rows, name)).split(" · ")[0] ?? "";
	}

	async function removeAdded(): Promise<void> {
		for (const { node } of await list()) {
			if (node.origin !== "detected") {
				await answerNotice(() => vscode.commands.executeCommand("openModels.removeTarget", node));
			}
		}
	}

	afterEach(removeAdded);

	it("has this machine as it was detected, at least its processor, and judges by it", async () => {
		const rows = await list();
		const processor = findRow(rows, "This machine (CPU)");
		assert.match(readDescription(processor), / · \d+(\.\d)? GiB$/);
		const [first] = rows;
		assert.ok(first);
		assert.equal(readChecked(first), true);
		assert.match(first.item.accessibilityInformation?.label ?? "", /Detected on the machine that runs this/);
		assert.equal(contexts.get("openModels.targets.state"), "list");
		assert.equal(contexts.get("openModels.cannotProbe"), false);
	});

	it("detects again when asked to, without losing what is checked", async () => {
		const before = (await list()).map((row) => `${readLabel(row)} ${readChecked(row)}`);
		await vscode.commands.executeCommand("openModels.detectTargets");
		assert.deepEqual(
			(await list()).map((row) => `${readLabel(row)} ${readChecked(row)}`),
			before,
		);
	});

	it("takes known hardware by name, checked, and every model is judged by it too", async () => {
		const { questions } = await answering([{ pick: /MI300X/ }], () =>
			vscode.commands.executeCommand("openModels.addTarget"),
		);
		assert.ok((questions[0]?.items.length ?? 0) > 20);
		const added = findRow(await list(), /MI300X/);
		assert.equal(readChecked(added), true);
		assert.equal(added.item.contextValue, "target.user");
		assert.match(readDescription(added), /192 GiB/);
		assert.match(await readVerdict("Qwen3-8B"), /^fits \d of 2 targets$/);
	});

	it("takes hardware that nobody knows, by vendor and memory", async () => {
		await answering(
			[{ pick: "Other hardware…" }, { pick: "NVIDIA" }, { type: "4" }, { type: "Small card" }],
			() => vscode.commands.executeCommand("openModels.addTarget"),
		);
		assert.match(readDescription(findRow(await list(), "Small card")), /4 GiB/);
	});

	it("changes every verdict with a budget, which is shown, and back", async () => {
		const [first] = await list();
		assert.ok(first);
		const before = await readVerdict("Qwen3-8B");
		const edit = (...answers: Parameters<typeof answering>[0]): Promise<unknown> =>
			answering(answers, () => vscode.commands.executeCommand("openModels.editTarget", first.node));
		await edit({ pick: "Set the memory that a model may take…" }, { type: "0.5" });
		assert.match(readDescription((await list())[0] ?? first), /budget (0\.5|512).* set by you/);
		const tight = await readVerdict("Qwen3-8B");
		assert.match(tight, /^(does not fit|offload, slow)/);
		await edit({ pick: "Set the memory that a model may take…" }, { type: "2000" });
		assert.match(await readVerdict("Qwen3-8B"), /^(fits|memory fits)/);
		await edit({ pick: "Use what the hardware tells again" });
		assert.equal(await readVerdict("Qwen3-8B"), before);
	});

	it("asks for the system memory beside a card that was added by its name", async () => {
		await answering([{ pick: /RTX 4090/ }], () => vscode.commands.executeCommand("openModels.addTarget"));
		const added = findRow(await list(), /RTX 4090/).node;
		try {
			await answering([{ pick: "Set the system memory beside it…" }, { type: "64" }], () =>
				vscode.commands.executeCommand("openModels.editTarget", added),
			);
			assert.match(readDescription(findRow(await list(), /RTX 4090/)), /64 GiB system memory/);
			const nowListed = await list();
			await answering([{ pick: "Set how many cards it has…" }, { type: "2" }], () =>
				vscode.commands.executeCommand("openModels.editTarget", findRow(nowListed, /RTX 4090/).node),
			);
			assert.match(readDescription(findRow(await list(), /RTX 4090/)), /2 × NVIDIA · 24 GiB/);
		} finally {
			await answerNotice(() => vscode.commands.executeCommand("openModels.removeTarget", added));
		}
	});

	it("renames and removes what was added, and brings it back with Undo", async () => {
		await answering([{ pick: /MI300X/ }], () => vscode.commands.executeCommand("openModels.addTarget"));
		const added = findRow(await list(), /MI300X/).node;
		await answering([{ pick: "Rename…" }, { type: "Production" }], () =>
			vscode.commands.executeCommand("openModels.editTarget", added),
		);
		const renamed = findRow(await list(), "Production").node;
		assert.equal(contexts.get("openModels.hasNoOwnTargets"), false);
		const remove = (): Thenable<unknown> =>
			vscode.commands.executeCommand("openModels.removeTarget", renamed);
		assert.deepEqual(await answerNotice(remove, "button"), {
			kind: "information",
			words: "Removed Production.",
			actions: ["Undo"],
		});
		findRow(await list(), "Production");
		await answerNotice(remove);
		assert.ok((await list()).every((row) => readLabel(row) !== "Production"));
		assert.equal(contexts.get("openModels.hasNoOwnTargets"), true, "“Remove Target” would ask for nothing");
	});

	it("judges at the context length that is set", async () => {
		await answering([{ pick: "32k tokens" }], () =>
			vscode.commands.executeCommand("openModels.setContextLength"),
		);
		try {
			assert.equal(vscode.workspace.getConfiguration("openModels").get("contextTokens"), 32_768);
			await answering([{ type: "Qwen/Qwen3-8B" }], () =>
				vscode.commands.executeCommand("openModels.searchModels"),
			);
			const row = findRow(await listRows(stage.api.models), "Qwen3-8B");
			const { tooltip } = await stage.api.models.resolveTreeItem(row.item, row.node);
			assert.ok(tooltip instanceof vscode.MarkdownString && tooltip.value.includes("KV cache at 32k tokens"));
		} finally {
			await setSetting("contextTokens", undefined);
		}
	});

	it("sets the context length of a workspace that has one of its own", async () => {
		const read = (): unknown => vscode.workspace.getConfiguration("openModels").get("contextTokens");
		const setOwn = (value: number | undefined): Thenable<void> =>
			vscode.workspace
				.getConfiguration("openModels")
				.update("contextTokens", value, vscode.ConfigurationTarget.Workspace);
		await setOwn(4096);
		try {
			await answering([{ pick: "64k tokens" }], () =>
				vscode.commands.executeCommand("openModels.setContextLength"),
			);
			assert.equal(read(), 65_536);
		} finally {
			await setOwn(undefined);
		}
		assert.equal(read(), 8192);
	});

	it("is on the screen", () => {
		assert.equal(readView("openModels.targets").visible, true);
	});
});

function readChecked({ item }: Row<Target>): boolean {
	const { checkboxState } = item;
	return typeof checkboxState === "object"
		? checkboxState.state === vscode.TreeItemCheckboxState.Checked
		: checkboxState === vscode.TreeItemCheckboxState.Checked;
}
