import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkoutDir, openWorkbench, type Workbench } from "../workbench/openWorkbench.ts";
import { findShownColumn, openFile, placeCursor, runCommand, saveAndRead } from "./editor.ts";
import { QuickPick } from "./quickPick.ts";
import { until } from "./until.ts";

const sampleDir = join(checkoutDir, "test/workbench/sample");
const repoId = "openai/gpt-oss-20b";

/** Two quotes that are not of a docstring. */
const emptyString = /(?<!")""(?!")/;

describe("inserting a model's ID where one types", () => {
	let workbench: Workbench;
	let box: QuickPick;

	before(async () => {
		workbench = await openWorkbench({ folder: sampleDir });
		box = new QuickPick(workbench.page);
	});

	after(() => workbench?.close());

	async function insertId(): Promise<void> {
		await runCommand(workbench.page, "Open Models: Insert Model ID");
		await box.waitFor("Insert a model's ID");
		await workbench.page.keyboard.type(repoId);
		await until(
			"the model",
			() => box.readActive(),
			(active) => active.startsWith(`${repoId},`),
		);
		await workbench.page.keyboard.press("Enter");
		await box.waitUntilGone();
	}

	for (const { file, expected } of [
		{ file: "summarize.py", expected: `MODEL_ID = "${repoId}"` },
		{ file: "search.ts", expected: `const modelId = "${repoId}";` },
		{ file: "assistant.json", expected: `"model": "${repoId}",` },
		{ file: "deployment.yaml", expected: `["--model", "${repoId}", "--max-model-len"` },
	]) {
		it(`puts the bare ID into the string of ${file}, and typing goes on there`, async () => {
			const { page } = workbench;
			await openFile(page, file);
			const lines = (await readFile(join(sampleDir, file), "utf8")).split("\n");
			const line = lines.findIndex((text) => emptyString.test(text));
			const text = lines[line] ?? "";
			const quote = emptyString.exec(text)?.index ?? 0;
			await placeCursor(page, line + 1, findShownColumn(text, quote + 1));
			await insertId();
			await saveAndRead(workbench, file, expected);
			await page.keyboard.type("!");
			await saveAndRead(workbench, file, `${repoId}!"`);
		});
	}

	it("puts a quoted ID where no string is", async () => {
		const { page } = workbench;
		await openFile(page, "summarize.py");
		await placeCursor(page, 6, 1);
		await page.keyboard.type("OTHER_ID = ");
		await insertId();
		await saveAndRead(workbench, "summarize.py", `OTHER_ID = "${repoId}"`);
	});

	it("puts the ID into a notebook cell", async () => {
		const { page } = workbench;
		await openFile(page, "explore.ipynb");
		const line = page.locator(".notebookOverlay .cell .view-line", {
			hasText: "document-question-answering",
		});
		await line.click();
		await page.keyboard.press("End");
		await page.keyboard.press("ArrowLeft");
		await page.keyboard.press("ArrowLeft");
		await insertId();
		const text = await saveAndRead(workbench, "explore.ipynb", repoId);
		assert.ok(text.includes(`model=\\"${repoId}\\")`), text);
	});
});
