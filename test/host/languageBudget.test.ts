import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import * as vscode from "vscode";
import { closeEditors, openText } from "./editors.ts";
import { useHub } from "./hubHarness.ts";
import { until } from "./until.ts";

const perWindow = 40;
const models = 200;
/** Keys that come closer are no pause. */
const longestKeyMs = 200;

describe("what nobody asked the Hub for", () => {
	const stage = useHub();

	afterEach(closeEditors);

	it("is nothing of documents that are not shown", async () => {
		stage.hub.clearRequests();
		// VS Code shows unsaved documents by itself after a while, so these are files.
		const [folder] = vscode.workspace.workspaceFolders ?? [];
		assert.ok(folder);
		const files = Array.from({ length: 30 }, (_, i) => vscode.Uri.joinPath(folder.uri, `unseen${i}.py`));
		try {
			for (const [i, file] of files.entries()) {
				const code = `m = AutoModel.from_pretrained("lab-${i}/unseen-7B")\n`;
				await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(code));
				await vscode.workspace.openTextDocument(file);
			}
			await delay(2_000);
			assert.deepEqual(
				stage.hub.requests.map(({ path }) => path).filter((path) => path.includes("unseen")),
				[],
			);
		} finally {
			await Promise.all(files.map((file) => vscode.workspace.fs.delete(file)));
		}
	});

	it("is nothing while someone types", async () => {
		const editor = await openText("python", "▮");
		stage.hub.clearRequests();
		// A busy machine makes pauses of its own: after each of them, and only then, may something be asked.
		let pauses = 0;
		let lastAtMs = Date.now();
		for (const letter of 'm = AutoModel.from_pretrained("lab-x/typed-7B")') {
			await editor.edit((edit) => edit.insert(editor.document.positionAt(9_999), letter));
			pauses += Date.now() - lastAtMs > longestKeyMs ? 1 : 0;
			lastAtMs = Date.now();
		}
		const asked = stage.hub.requests.map(({ path }) => path).filter((path) => path.includes("/api/models/"));
		assert.ok(asked.length <= pauses, `${asked} in ${pauses} pauses`);
	});

	it("stays within its share of the Hub's window, however many models a file names", async () => {
		stage.hub.clearRequests();
		const lines = Array.from(
			{ length: models },
			(_, i) => `m${i} = AutoModel.from_pretrained("lab-x/many-${i}B")`,
		);
		await openText("python", lines.join("\n"));
		const countAsked = (): number =>
			stage.hub.requests.filter(({ path }) => path.startsWith("/api/models/")).length;
		let before = -1;
		await until("an end of requests", async () => {
			const isSame = countAsked() > 0 && countAsked() === before;
			before = countAsked();
			await delay(1_500);
			return isSame;
		});
		assert.ok(countAsked() > 0 && countAsked() <= perWindow, `${countAsked()} requests`);
	});
});
