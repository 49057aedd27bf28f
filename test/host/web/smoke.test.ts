import * as vscode from "vscode";
import { check } from "./check.ts";

describe("the extension in a web worker", () => {
	it("activates where there is no Node", async () => {
		const extension = vscode.extensions.getExtension("open-models.open-models");
		check(extension !== undefined, "VS Code does not know the extension");
		check(typeof Reflect.get(globalThis, "importScripts") === "function", "this is not a web worker");
		await extension.activate();
		check(extension.isActive, "it is not active");
	});

	it("has its views", async () => {
		const commands = await vscode.commands.getCommands(true);
		for (const view of ["openModels.models", "openModels.targets", "openModels.watched"]) {
			check(commands.includes(`${view}.focus`), `there is no view ${view}`);
		}
	});
});
