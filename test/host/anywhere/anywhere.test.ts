import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, openText } from "../editors.ts";
import { readMessage, useHub } from "../hubHarness.ts";
import { openPanel } from "../panelHarness.ts";
import { answering, answerPicker } from "../person.ts";
import { findRow, listRows, readLabel } from "../tree.ts";
import { until } from "../until.ts";

/** What is open in the window that this runs in; put in when the suite is bundled. */
declare const hostPlace: "folder" | "nothing" | "untrusted";

const repoId = "Qwen/Qwen3-8B";

/** What does not ask for a folder, nor for trust: it runs with a folder, with none, and with one that is not trusted. */
describe("with whatever is open", () => {
	const stage = useHub();

	afterEach(closeEditors);

	it("it runs where this suite says that it does", () => {
		const folders = vscode.workspace.workspaceFolders ?? [];
		assert.equal(folders.length, hostPlace === "nothing" ? 0 : 1);
		assert.equal(vscode.workspace.isTrusted, hostPlace !== "untrusted");
	});

	it("the list is the Hub's, and filters are kept", async () => {
		assert.match(readMessage(), /^\d+ models · Hub, /);
		await answering([{ pick: "License" }, { toggle: ["mit"] }], () =>
			vscode.commands.executeCommand("openModels.filterModels"),
		);
		await until("fewer models", () => /^\d+ of \d+ · /.test(readMessage()));
		assert.ok((await listRows(stage.api.models)).some(({ node }) => node.kind === "model"));
	});

	it("the machine is detected, and models are judged by it", async () => {
		await vscode.commands.executeCommand("openModels.targets.focus");
		findRow(await listRows(stage.api.targets), "This machine (CPU)");
	});

	it("a model's panel is whole", async () => {
		const panel = await openPanel(repoId);
		const view = await panel.readWhole();
		assert.equal(view.problem, undefined);
		assert.ok(view.fit.rows.length > 0 && view.license.obligations.length > 0);
	});

	it("a model is watched", async () => {
		await vscode.commands.executeCommand("openModels.watchModel", repoId);
		assert.deepEqual((await listRows(stage.api.watched)).map(readLabel), ["Qwen3-8B"]);
		await vscode.commands.executeCommand("openModels.unwatchModel", repoId);
	});

	it("an ID goes into a file that is saved nowhere", async () => {
		const editor = await openText("python", 'model = "▮"');
		await vscode.commands.executeCommand("openModels.insertModelId", repoId);
		assert.equal(editor.document.getText(), `model = "${repoId}"`);
	});

	it("a pick leads to an ID", async () => {
		const editor = await openText("python", 'a = "▮"');
		const picking = vscode.commands.executeCommand("openModels.pickModel");
		await answerPicker({ title: /what for/, pick: /./ });
		await answerPicker({ title: /what it must do/, pick: /candidate/ });
		await answerPicker({ title: /Enter inserts/, pick: /\// });
		await picking;
		assert.match(editor.document.getText(), /^a = "[\w-]+\/[\w.-]+"$/);
	});
});
