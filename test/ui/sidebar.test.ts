import assert from "node:assert/strict";
import { join } from "node:path";
import { type HubServer, startHub } from "../hub/hubServer.ts";
import { checkoutDir, openWorkbench, type Workbench } from "../workbench/openWorkbench.ts";
import { openFile, saveAndRead, waitForText } from "./editor.ts";
import { assertNoPolicyErrors } from "./policyErrors.ts";
import { QuickPick } from "./quickPick.ts";
import {
	clearFilters,
	goToEnd,
	modelRow,
	modelRows,
	openSidebar,
	readDescription,
	readHeader,
	readMessage,
	resizeSidebar,
	rows,
	searchModels,
	view,
	waitForHubList,
} from "./sidebar.ts";
import { until } from "./until.ts";

describe("the sidebar", () => {
	let hub: HubServer;
	let workbench: Workbench;
	let box: QuickPick;

	before(async () => {
		hub = await startHub();
		workbench = await openWorkbench({
			folder: join(checkoutDir, "test/workbench/sample"),
			hubUrl: hub.url,
		});
		box = new QuickPick(workbench.page);
	});

	after(async () => {
		await workbench?.close();
		await hub?.close();
	});

	it("opens by its icon, with the list from the Hub, its count and its date", async () => {
		const { page } = workbench;
		await openSidebar(page);
		await waitForHubList(page);
		assert.match(await readMessage(page, "Models"), /^\d+ models · Hub, this minute$/);
		assert.equal(await readHeader(page, "Models"), "Models - trending Section");
		assert.ok(await modelRow(page, "DeepSeek-V4-Flash").isVisible(), "what trends comes first");
		await page.locator(".monaco-progress-container.done").first().waitFor({ state: "attached" });
	});

	it("says of a row what it is to a screen reader too", async () => {
		const label = await modelRow(workbench.page, "DeepSeek-V4-Flash").getAttribute("aria-label");
		assert.match(label ?? "", /by deepseek-ai, text generation, .*MIT, This machine .*downloads in 30 days/);
	});

	it("has more at its end, and goes on there", async () => {
		const { page } = workbench;
		await goToEnd(page, "Models");
		const more = rows(page, "Models").filter({ hasText: "Load more…" });
		await more.waitFor();
		const size = Number(await more.getAttribute("aria-setsize"));
		await more.click();
		await until(
			"more rows",
			async () => Number(await rows(page, "Models").first().getAttribute("aria-setsize")),
			(now) => now > size,
		);
		await page.keyboard.press("Home");
	});

	it("shows a card with facts, verdict, license and warnings, by pointer and by keyboard", async () => {
		const { page } = workbench;
		const card = page.locator(".workbench-hover");
		await modelRow(page, "DeepSeek-V4-Flash").hover();
		await until(
			"the card",
			() => card.allInnerTexts(),
			([text = ""]) => text.includes("deepseek-ai/DeepSeek-V4-Flash"),
		);
		await page.mouse.move(900, 500);
		await card.waitFor({ state: "hidden" });
		await modelRow(page, "DeepSeek-V4-Flash")
			.press("Home")
			.catch(() => undefined);
		await view(page, "Models").locator(".monaco-list").focus();
		await page.keyboard.press("Home");
		await page.keyboard.press("Control+K");
		await page.keyboard.press("Control+I");
		const [text = ""] = await until(
			"the card",
			() => card.allInnerTexts(),
			([shown = ""]) => shown.includes("/"),
		);
		assert.match(text, /Downloads in 30 days/);
		assert.match(text, /Facts as of/);
		await page.keyboard.press("Escape");
		await card.waitFor({ state: "hidden" });
	});

	it("keeps name and verdict readable at 200 pixels", async () => {
		const { page } = workbench;
		await resizeSidebar(page, 200);
		const row = modelRows(page).first();
		const [whole, icon, name] = await Promise.all([
			row.boundingBox(),
			row.locator(".custom-view-tree-node-item-icon").boundingBox(),
			row.locator(".label-name").boundingBox(),
		]);
		assert.ok(whole && icon && name);
		assert.ok(whole.width <= 215, `the row is ${whole.width} wide`);
		assert.ok(icon.x < name.x, "the shape that carries the verdict stands before the name");
		assert.ok(name.x + 60 < whole.x + whole.width, "the name begins well within the row");
		assert.match(await readDescription(row), /^(fits|does not fit|offload|fit not known)/);
		await resizeSidebar(page, 320);
	});

	it("adds a target from the list of known hardware by keyboard alone", async () => {
		const { page } = workbench;
		await view(page, "Targets").locator(".pane-header").focus();
		await page.keyboard.press("Tab");
		await until(
			"the focus on “Add Target…”",
			() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")),
			(label) => label === "Add Target…",
		);
		await page.keyboard.press("Enter");
		await box.waitFor("Add a target");
		await box.type("RTX 4070");
		await box.choose("GeForce RTX 4070, 12 GiB");
		await box.waitUntilGone();
		await rows(page, "Targets").filter({ hasText: "RTX 4070" }).waitFor();
	});

	it("judges by the checked targets alone", async () => {
		const { page } = workbench;
		await searchModels(workbench.page, "SmolLM3-3B");
		const row = modelRow(page, "SmolLM3-3B");
		await row.waitFor();
		const toggle = (target: string): Promise<void> =>
			rows(page, "Targets").filter({ hasText: target }).getByRole("checkbox").click();
		await toggle("This machine");
		await until(
			"the card's verdict",
			() => readDescription(row),
			(text) => text.startsWith("fits 16-bit"),
		);
		await toggle("RTX 4070");
		await until(
			"no verdict",
			() => readDescription(row),
			(text) => text.startsWith("3.1B"),
		);
		await toggle("RTX 4070");
		await until(
			"the verdict again",
			() => readDescription(row),
			(text) => text.startsWith("fits"),
		);
		await clearFilters(workbench.page);
	});

	it("watches a model from its row, and forgets it again", async () => {
		const { page } = workbench;
		const welcome = view(page, "Watched").getByText("Watch a model to keep it here");
		await welcome.waitFor();
		const row = modelRow(page, "gemma-4-31B-it");
		await row.hover();
		await row.getByRole("button", { name: "Watch Model" }).click();
		const watched = modelRow(page, "gemma-4-31B-it", "Watched");
		await watched.waitFor();
		await watched.hover();
		await watched.getByRole("button", { name: "Stop Watching Model" }).click();
		await welcome.waitFor();
	});

	it("shows what a model is made of and what was made of it", async () => {
		const { page } = workbench;
		await searchModels(workbench.page, "Qwen3-8B");
		const row = modelRow(page, "Qwen3-8B");
		await row.locator(".monaco-tl-twistie").click();
		await rows(page, "Models").filter({ hasText: "Files to load" }).waitFor();
		await rows(page, "Models").filter({ hasText: "Fine-tunes" }).waitFor();
		await row.locator(".monaco-tl-twistie").click();
		await clearFilters(workbench.page);
	});

	it("puts the ID of a row that is dragged into the code there", async () => {
		const { page } = workbench;
		await openFile(page, "summarize.py");
		await waitForText(page, 'MODEL_ID = ""');
		await openSidebar(page);
		const line = page.locator(".view-line", { hasText: "MODEL_ID = " }).first();
		const box1 = await line.locator("span").last().boundingBox();
		const from = await modelRow(page, "gemma-4-31B-it").boundingBox();
		assert.ok(box1 && from);
		await page.mouse.move(from.x + 60, from.y + 8);
		await page.mouse.down();
		await page.mouse.move(from.x + 120, from.y + 20, { steps: 3 });
		await page.mouse.move(box1.x + box1.width / 2, box1.y + 8, { steps: 10 });
		await page.mouse.up();
		await waitForText(page, "google/gemma-4-31B-it");
		await line.click();
		assert.match(
			await saveAndRead(workbench, "summarize.py", "google/gemma-4-31B-it"),
			/google\/gemma-4-31B-it/,
		);
	});

	it("breaks no content policy", () => assertNoPolicyErrors(workbench));
});
