import assert from "node:assert/strict";
import * as vscode from "vscode";

describe("the extension in VS Code", () => {
	it("is found and activates", async () => {
		const extension = vscode.extensions.getExtension("open-models.open-models");
		assert.ok(extension, "VS Code does not know the extension");
		await extension.activate();
		assert.equal(extension.isActive, true);
	});
});
