import assert from "node:assert/strict";
import { join } from "node:path";
import { type HubServer, startHub } from "../hub/hubServer.ts";
import { checkoutDir, openWorkbench, type Workbench } from "../workbench/openWorkbench.ts";
import { openFile, runCommand, saveAndRead, waitForText } from "./editor.ts";
import { assertNoPolicyErrors } from "./policyErrors.ts";
import { QuickPick } from "./quickPick.ts";
import {
	goToEnd,
	listNames,
	modelRow,
	modelRows,
	openSidebar,
	pressTitleAction,
	readDescription,
	readHeader,
	readMessage,
	resizeSidebar,
	rows,
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

	/** "9 of 503": how many pass, how many are known. */
	async function readCounts(): Promise<{ left: number; known: number }> {
		const message = await readMessage(workbench.page, "Models");
		const [, left = "", , known = left] = /^([\d,]+)( of ([\d,]+)| models)/.exec(message) ?? [];
		return { left: Number(left.replaceAll(",", "")), known: Number(known.replaceAll(",", "")) };
	}

	async function openFilter(field: string): Promise<void> {
		await pressTitleAction(workbench.page, "Models", "Filter Models…");
		await box.waitFor("Filter models");
		await box.choose(field);
		await box.waitFor(field);
	}

	async function leaveFilter(): Promise<void> {
		await box.waitFor("Filter models");
		await box.press("Escape");
		await box.waitUntilGone();
	}

	async function clearAll(): Promise<void> {
		const { page } = workbench;
		await runCommand(page, "Open Models: Clear Filters and Search");
		await until("all models", readCounts, ({ left, known }) => known > 0 && left === known);
	}

	async function search(text: string): Promise<void> {
		await pressTitleAction(workbench.page, "Models", "Search Models…");
		await box.waitFor("Search models", false);
		await box.type(text);
		await box.press("Enter");
		await box.waitUntilGone();
	}

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

	it("filters by license terms, from counts, and says so", async () => {
		const { page } = workbench;
		await openFilter("License terms");
		const [, permissive = ""] = /permissive, ([\d,]+)/.exec((await box.listRows()).join("\n")) ?? [];
		assert.match(permissive, /\d/);
		await box.toggle("permissive");
		await box.pressOk();
		await leaveFilter();
		const { left } = await until("fewer models", readCounts, ({ left: now, known }) => now < known);
		assert.ok(left >= Number(permissive.replaceAll(",", "")), "as many as counted, and what the Hub adds");
		assert.match(await readHeader(page, "Models"), /trending · permissive/);
	});

	it("says how many are hidden because a fact is not stated, and shows them on a press", async () => {
		const { page } = workbench;
		const { left } = await until("the filtered list", readCounts, (counts) => counts.left < counts.known);
		await goToEnd(page, "Models");
		const note = rows(page, "Models").filter({ hasText: /hidden: license not stated/ });
		await note.waitFor();
		const [, hidden = ""] = /([\d,]+) hidden/.exec((await note.textContent()) ?? "") ?? [];
		await note.click();
		const { left: now } = await until("the hidden ones", readCounts, (counts) => counts.left > left);
		assert.ok(now - left >= Number(hidden.replaceAll(",", "")));
		await clearAll();
	});

	for (const { field, value, header } of [
		{ field: "Task", value: "text generation", header: /text generation/ },
		{ field: "Natural language", value: "Polish", header: /· pl/ },
		{ field: "Format", value: "gguf", header: /gguf/ },
	]) {
		it(`filters by ${field.toLowerCase()}`, async () => {
			await openFilter(field);
			await box.type(value);
			await until(
				"the value",
				() => box.listRows(),
				([first = ""]) => first.startsWith(value),
			);
			const [, count = ""] = /, ([\d,]+)$/.exec((await box.listRows())[0] ?? "") ?? [];
			await box.press("ArrowDown");
			await box.press("Space");
			await box.press("Enter");
			await leaveFilter();
			const { left } = await until("fewer models", readCounts, ({ left: now, known }) => now < known);
			assert.ok(left >= Number(count.replaceAll(",", "")), "as many as counted, and what the Hub adds");
			assert.match(await readHeader(workbench.page, "Models"), header);
			await clearAll();
		});
	}

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
		await search("SmolLM3-3B");
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
		await clearAll();
	});

	it("filters by hardware and by parameters, and by several at once", async () => {
		const { page } = workbench;
		await openFilter("Hardware target");
		await box.toggle("GeForce RTX 4070");
		await box.pressOk();
		await box.waitFor("Filter models");
		const fits = await until("those that fit", readCounts, ({ left, known }) => left < known);
		await box.choose("Parameters");
		await box.waitFor("Parameters");
		await box.choose("up to 1B");
		await leaveFilter();
		const both = await until("the small ones", readCounts, ({ left }) => left < fits.left);
		assert.ok(both.left > 0);
		assert.match(await readHeader(page, "Models"), /up to 1B · NVIDIA 11 GiB|up to 1B · NVIDIA 12 GiB/);
	});

	it("offers what to loosen where filters leave nothing", async () => {
		const { page } = workbench;
		await search("DeepSeek-V4");
		await until("nothing left", readCounts, ({ left }) => left === 0);
		await rows(page, "Models").filter({ hasText: "No model passes all of the filters." }).waitFor();
		await rows(page, "Models").filter({ hasText: "Look for “DeepSeek-V4” on the Hub" }).waitFor();
		await rows(page, "Models").filter({ hasText: "Clear filters and search" }).click();
		await until("all models", readCounts, ({ left, known }) => left === known);
		await openFilter("Parameters");
		await box.choose("up to 1B");
		await leaveFilter();
		await search("DeepSeek-V4");
		const loosen = rows(page, "Models").filter({ hasText: /Without “Parameters”: \d+/ });
		await loosen.waitFor();
		const [, count = ""] = /: (\d+)/.exec((await loosen.textContent()) ?? "") ?? [];
		await loosen.click();
		await until("what the filter took", readCounts, ({ left }) => left === Number(count));
		await clearAll();
	});

	it("sorts, and says by what", async () => {
		const { page } = workbench;
		await pressTitleAction(page, "Models", "Sort Models…");
		await box.waitFor("Sort models");
		await box.choose("most downloaded");
		await until(
			"the order",
			() => readHeader(page, "Models"),
			(header) => header.includes("most downloaded"),
		);
		await until(
			"the most downloaded first",
			() => listNames(page, "Models"),
			([first]) => first === "all-MiniLM-L6-v2",
		);
		await pressTitleAction(page, "Models", "Sort Models…");
		await box.waitFor("Sort models");
		await box.choose("trending");
		await until(
			"the order",
			() => readHeader(page, "Models"),
			(header) => header.includes("trending"),
		);
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
		await search("Qwen3-8B");
		const row = modelRow(page, "Qwen3-8B");
		await row.locator(".monaco-tl-twistie").click();
		await rows(page, "Models").filter({ hasText: "Files to load" }).waitFor();
		await rows(page, "Models").filter({ hasText: "Fine-tunes" }).waitFor();
		await row.locator(".monaco-tl-twistie").click();
		await clearAll();
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
