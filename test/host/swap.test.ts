import assert from "node:assert/strict";
import * as vscode from "vscode";
import { locateFile } from "./editors.ts";
import { useHub } from "./hubHarness.ts";
import { answering, answerPicker } from "./person.ts";
import { notices } from "./taps.ts";
import { until } from "./until.ts";
import { removeFile, writeFile } from "./workspaceFiles.ts";

const from = "Qwen/Qwen3-8B";
const to = "Qwen/Qwen3-0.6B";
const folder = "swapped";
const texts: Readonly<Record<string, string>> = {
	[`${folder}/app.py`]: `AutoModel.from_pretrained("${from}", revision="${"a".repeat(40)}")\n# ${from} is not code\n`,
	[`${folder}/values.yaml`]: `model_id: ${from}\nother_model: openai/gpt-oss-20b\n`,
	[`${folder}/serve.sh`]: `vllm serve ${from} --port 8000\n`,
};
const names = Object.keys(texts);

describe("a swap of a model", () => {
	useHub();

	beforeEach(async () => {
		for (const [name, text] of Object.entries(texts)) {
			await writeFile(name, text);
		}
	});
	afterEach(async () => {
		await vscode.workspace.saveAll();
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
		await removeFile(folder);
	});

	/** The text of a file as it is in the editor, saved or not. */
	const read = async (name: string): Promise<string> =>
		(await vscode.workspace.openTextDocument(locateFile(name))).getText();

	/** Calls the command, names the other model, and gives the questions that follow. */
	async function swap(answer: { readonly pick: RegExp } | "escape") {
		const asked = answerPicker({ title: `Swap ${from} for Which Model?`, typed: to, pick: to });
		const answered = answering([answer], () => vscode.commands.executeCommand("openModels.swapModel", from));
		await asked;
		return answered;
	}

	it("tells what changes before anything else, and leaves the code as it is without a word", async () => {
		const { questions } = await swap("escape");
		const [question] = questions;
		assert.equal(question?.title, `Swap ${from} for ${to}`);
		const rows = question?.items.map(({ label, description }) => `${label}: ${description ?? ""}`) ?? [];
		assert.match(rows[0] ?? "", /Preview the Edit: 4 places in 3 files/);
		assert.ok(rows.length > 2, rows.join("\n"));
		for (const name of names) {
			assert.equal(await read(name), texts[name]);
		}
	});

	it("writes nothing where the preview is discarded; what is ticked in it is tried in a browser", async () => {
		let isDone = false;
		const swapping = swap({ pick: /Preview the Edit/ }).then(() => {
			isDone = true;
		});
		await until("the end of the preview", async () => {
			await vscode.commands.executeCommand("refactorPreview.discard");
			return isDone;
		});
		await swapping;
		for (const name of names) {
			assert.equal(await read(name), texts[name]);
		}
	});

	it("says where no code uses the model", async () => {
		for (const name of names) {
			await writeFile(name, "\n");
		}
		await answerThenSwap();
		await until("that nobody does", () =>
			notices.some(({ words }) => words === `No code of this workspace uses ${from}.`),
		);

		async function answerThenSwap(): Promise<void> {
			const asked = answerPicker({ title: `Swap ${from} for Which Model?`, typed: to, pick: to });
			void vscode.commands.executeCommand("openModels.swapModel", from);
			await asked;
		}
	});
});
