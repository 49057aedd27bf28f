import assert from "node:assert/strict";
import { join } from "node:path";
import { checkoutDir, openWorkbench, type Workbench } from "../workbench/openWorkbench.ts";
import { countInkedCanvases } from "./canvasInk.ts";
import { openFile, placeCursor, saveAndRead } from "./editor.ts";
import { openModel } from "./openModel.ts";
import { goToCandidates, goToSheetOf, startPick } from "./pickSteps.ts";
import { QuickPick } from "./quickPick.ts";
import { readSeenText } from "./seenText.ts";
import { modelRows, openSidebar, readMessage } from "./sidebar.ts";
import { until } from "./until.ts";

describe("a machine that never reaches the Hub", () => {
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench({ folder: join(checkoutDir, "test/workbench/sample"), theme: "light" });
	});

	after(() => workbench?.close());

	it("has a list at once, with its date, and says why it is not newer", async () => {
		const { page } = workbench;
		await openSidebar(page);
		await until(
			"the list",
			() => modelRows(page).count(),
			(count) => count > 5,
		);
		const message = await until(
			"the reason",
			() => readMessage(page, "Models"),
			(text) => text.includes("The Hub cannot be reached."),
		);
		assert.match(message, /^\d{3} models · built-in catalog, [A-Z][a-z]+ \d+, \d{4} · /);
	});

	it("has a whole panel with drawn charts", async () => {
		const frame = await openModel(workbench.page, "Qwen/Qwen3-8B");
		await until(
			"the charts",
			() => countInkedCanvases(frame),
			(count) => count >= 2,
		);
		await until(
			"the reason",
			() => readSeenText(frame.locator(".problem")),
			(text) => text.includes("The Hub cannot be reached."),
		);
		const text = await readSeenText(frame.locator("body"));
		assert.match(text, /Counted among the models known here/);
	});

	it("picks a model from what it carries", async () => {
		const { page } = workbench;
		const box = new QuickPick(page);
		await openFile(page, "summarize.py");
		await placeCursor(page, 5, 13);
		await startPick(page, box);
		await goToSheetOf("summarize.py", box);
		const best = await goToCandidates(box);
		await box.press("Enter");
		await saveAndRead(workbench, "summarize.py", `MODEL_ID = "${best}"`);
	});
});
