import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { checkoutDir, openWorkbench, type Workbench } from "../workbench/openWorkbench.ts";
import {
	findShownColumn,
	openFile,
	placeCursor,
	runCommand,
	saveAndRead,
	waitForEditorFocus,
	waitForText,
} from "./editor.ts";
import { insist } from "./insist.ts";
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
		await box.typeByKey(repoId);
		await until(
			"the model",
			() => box.readActive(),
			(active) => active.startsWith(`${repoId},`),
		);
		await box.press("Enter");
		await box.waitUntilGone();
	}

	async function typeIntoCode(text: string, line: string): Promise<void> {
		const { page } = workbench;
		await waitForEditorFocus(page);
		await page.keyboard.type(text);
		await waitForText(page, line);
	}

	/** How many letters are between the cursor of a notebook and the end of a line. */
	async function readDistanceToEnd(line: Locator): Promise<number> {
		const cursor = await workbench.page.locator(".notebookOverlay .cell .cursor").first().boundingBox();
		const text = line.locator("> span").first();
		const box = await text.boundingBox();
		if (!cursor || !box || Math.abs(cursor.y - box.y) > box.height / 2) {
			return Number.NaN;
		}
		const letterWidth = box.width / ((await text.textContent())?.length ?? 1);
		return Math.round((box.x + box.width - cursor.x) / letterWidth);
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
			await typeIntoCode("!", `${repoId}!`);
			await saveAndRead(workbench, file, `${repoId}!"`);
		});
	}

	it("puts a quoted ID where no string is", async () => {
		const { page } = workbench;
		await openFile(page, "summarize.py");
		await placeCursor(page, 6, 1);
		await typeIntoCode("OTHER_ID = ", "OTHER_ID = ");
		await insertId();
		await saveAndRead(workbench, "summarize.py", `OTHER_ID = "${repoId}"`);
	});

	it("puts the ID into a notebook cell", async () => {
		const { page } = workbench;
		await openFile(page, "explore.ipynb");
		const line = page.locator(".notebookOverlay .cell .view-line", {
			hasText: "document-question-answering",
		});
		// A notebook says nowhere in words where its cursor is.
		await insist(
			"the cursor between the quotes",
			async () => {
				await line.click();
				for (const key of ["End", "ArrowLeft", "ArrowLeft"]) {
					await page.keyboard.press(key);
				}
			},
			() => readDistanceToEnd(line),
			(letters) => letters === 2,
		);
		await insertId();
		const text = await saveAndRead(workbench, "explore.ipynb", repoId);
		assert.ok(text.includes(`model=\\"${repoId}\\")`), text);
	});
});
