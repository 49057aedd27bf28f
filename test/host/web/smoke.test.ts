import * as vscode from "vscode";
import type { OpenModels } from "../../../src/compose.ts";
import type { OpenModelsApi } from "../../../src/extension.ts";
import { pickers } from "../taps.ts";
import { until } from "../until.ts";
import { check } from "./check.ts";

describe("the extension in a web worker", () => {
	let sidebar: OpenModels["sidebar"];

	before(async () => {
		// Nothing listens there: what is shown comes from the extension itself.
		await vscode.workspace
			.getConfiguration("openModels")
			.update("endpoint", "http://127.0.0.1:9", vscode.ConfigurationTarget.Global);
	});

	it("activates where there is no Node", async () => {
		const extension = vscode.extensions.getExtension<OpenModelsApi>("open-models.open-models");
		check(extension !== undefined, "VS Code does not know the extension");
		check(typeof Reflect.get(globalThis, "importScripts") === "function", "this is not a web worker");
		const { ready } = await extension.activate();
		check(extension.isActive, "it is not active");
		({ sidebar } = await ready());
	});

	it("has its views", async () => {
		const commands = await vscode.commands.getCommands(true);
		for (const view of ["openModels.models", "openModels.targets", "openModels.watched"]) {
			check(commands.includes(`${view}.focus`), `there is no view ${view}`);
		}
	});

	it("lists the catalog that it carries, without a verdict where no target is known", async () => {
		await vscode.commands.executeCommand("openModels.models.focus");
		const nodes = await sidebar.models.getChildren();
		check(nodes.length >= 50, `${nodes.length} rows`);
		const [first] = nodes;
		check(first?.kind === "model", "the first row is no model");
		const { description } = sidebar.models.getTreeItem(first);
		check(!/fits|offload/.test(String(description)), `a verdict on no target: ${description}`);
		const item = sidebar.models.getTreeItem(first);
		const { tooltip } = await sidebar.models.resolveTreeItem(item, first);
		check(tooltip instanceof vscode.MarkdownString, "it has no card");
	});

	it("sees no machine, so that the view says to add a target by hand", async () => {
		await vscode.commands.executeCommand("openModels.targets.focus");
		const targets = await sidebar.targets.getChildren();
		check(targets.length === 0, `it detected ${JSON.stringify(targets)}`);
	});

	it("inserts an ID", async () => {
		const document = await vscode.workspace.openTextDocument({ language: "python", content: 'a = ""' });
		const editor = await vscode.window.showTextDocument(document);
		editor.selection = new vscode.Selection(0, 5, 0, 5);
		await until("the editor in front", () => vscode.window.activeTextEditor === editor);
		await vscode.commands.executeCommand("openModels.insertModelId", "Qwen/Qwen3-8B");
		check(document.getText() === 'a = "Qwen/Qwen3-8B"', document.getText());
		await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
	});

	it("reads a workload from the manifests of a folder that is on no disk of its own", async () => {
		const [folder] = vscode.workspace.workspaceFolders ?? [];
		check(folder !== undefined && folder.uri.scheme !== "file", `the folder is ${folder?.uri}`);
		const manifest = vscode.Uri.joinPath(folder.uri, "requirements.txt");
		await vscode.workspace.fs.writeFile(manifest, new TextEncoder().encode("faster-whisper>=1.1\n"));
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
		const picking = vscode.commands.executeCommand("openModels.pickModel");
		await until("what the manifest says", () =>
			pickers
				.at(-1)
				?.picker.items.some(
					({ label, description }) => label === "Transcribe speech" && description === "requirements.txt:1",
				),
		);
		await until("the end of the pick", async () => {
			await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
			return pickers.at(-1)?.isClosed;
		});
		await picking;
		await vscode.workspace.fs.delete(manifest);
	});

	it("opens a model", async () => {
		await vscode.commands.executeCommand("openModels.openModel", "Qwen/Qwen3-8B");
		await until("its tab", () =>
			vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === "Qwen/Qwen3-8B")),
		);
	});
});
