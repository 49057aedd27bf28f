import assert from "node:assert/strict";
import { clickActionAfresh, clickAfresh } from "./clickAfresh.ts";
import { openFile, readEditors, saveAndRead, waitForEditorFocus, waitForText } from "./editor.ts";
import { insist } from "./insist.ts";
import { assertNoPolicyErrors } from "./policyErrors.ts";
import type { QuickPick } from "./quickPick.ts";
import {
	checkTarget,
	clearFilters,
	ensureTarget,
	goToEnd,
	listNames,
	modelRow,
	modelRows,
	openSidebar,
	readDescription,
	readMessage,
	resizeSidebar,
	rows,
	searchModels,
	view,
	waitForHeader,
	waitForHubList,
} from "./sidebar.ts";
import { until } from "./until.ts";
import { useSample } from "./useSample.ts";

describe("the sidebar", () => {
	const sample = useSample();
	let box: QuickPick;

	before(() => {
		box = sample.box;
	});

	// What a test that failed has left must not be in the way of the next.
	afterEach(() => clearFilters(sample.page));

	it("opens by its icon, with the list from the Hub, its count and its date", async () => {
		const { page } = sample;
		await openSidebar(page);
		await waitForHubList(page);
		await until(
			"its count and date",
			() => readMessage(page, "Models"),
			(message) => /^\d+ models · Hub, (this minute|\d+ minutes? ago)$/.test(message),
		);
		await waitForHeader(page, "Models", /^Models - trending Section$/);
		await until(
			"what trends first",
			() => listNames(page, "Models"),
			([first]) => first === "DeepSeek-V4-Flash",
		);
		await page.locator(".monaco-progress-container.done").first().waitFor({ state: "attached" });
	});

	it("says of a row what it is to a screen reader too", async () => {
		await until(
			"what the row says",
			() => modelRow(sample.page, "DeepSeek-V4-Flash").getAttribute("aria-label"),
			(label) =>
				/by deepseek-ai, text generation, .*MIT, This machine .*downloads in 30 days/.test(label ?? ""),
		);
	});

	it("has more at its end, and goes on there", async () => {
		const { page } = sample;
		const more = await goToEnd(page, "Load more…");
		const size = Number(await more.getAttribute("aria-setsize"));
		await insist(
			"more rows",
			() => clickAfresh(more),
			async () => Number(await rows(page, "Models").first().getAttribute("aria-setsize")),
			(now) => now > size,
		);
		await goToStart();
	});

	/** Goes to the first row by keyboard. */
	async function goToStart(): Promise<void> {
		await insist(
			"the first row",
			() => view(sample.page, "Models").locator(".monaco-list").press("Home"),
			() => modelRows(sample.page).first().getAttribute("class"),
			(classes) => classes?.includes("focused") === true,
		);
	}

	it("shows a card with facts, verdict, license and warnings, by pointer and by keyboard", async () => {
		const { page } = sample;
		const card = page.locator(".workbench-hover");
		const readCard = async (): Promise<string> => (await card.allInnerTexts()).join("\n");
		const away = (): Promise<void> => page.mouse.move(900, 500);
		await insist(
			"the card",
			async () => {
				await away();
				await modelRow(page, "DeepSeek-V4-Flash").hover();
			},
			readCard,
			(text) => text.includes("deepseek-ai/DeepSeek-V4-Flash"),
		);
		await away();
		await card.waitFor({ state: "hidden" });
		const text = await insist(
			"the card of the first row",
			async () => {
				await goToStart();
				await page.keyboard.press("Control+K");
				await page.keyboard.press("Control+I");
			},
			readCard,
			(shown) => shown.includes("deepseek-ai/DeepSeek-V4-Flash"),
		);
		assert.match(text, /Downloads in 30 days/);
		assert.match(text, /Facts as of/);
		await insist(
			"no card",
			() => page.keyboard.press("Escape"),
			() => card.isVisible(),
			(isVisible) => !isVisible,
		);
	});

	it("keeps name and verdict readable at 200 pixels", async () => {
		const { page } = sample;
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
		const { page } = sample;
		await insist(
			"the focus on “Add Target…”",
			() => view(page, "Targets").locator(".pane-header").press("Tab"),
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
		const { page } = sample;
		await ensureTarget(page, "GeForce RTX 4070, 12 GiB");
		await searchModels(page, "SmolLM3-3B");
		const row = modelRow(page, "SmolLM3-3B");
		for (const { machine, card, start } of [
			{ machine: false, card: true, start: "fits 16-bit" },
			{ machine: false, card: false, start: "3.1B" },
			{ machine: true, card: true, start: "fits" },
		]) {
			await checkTarget(page, "This machine", machine);
			await checkTarget(page, "RTX 4070", card);
			await until(
				`“${start}” after the name`,
				() => readDescription(row),
				(text) => text.startsWith(start),
			);
		}
	});

	it("watches a model from its row, and forgets it again", async () => {
		const { page } = sample;
		const welcome = view(page, "Watched").getByText("Watch a model to keep it here");
		await welcome.waitFor();
		const watched = modelRow(page, "gemma-4-31B-it", "Watched");
		await insist(
			"the model among the watched",
			() => clickActionAfresh(modelRow(page, "gemma-4-31B-it"), "Watch Model"),
			() => watched.count(),
			(count) => count === 1,
		);
		await insist(
			"the welcome",
			() => clickActionAfresh(watched, "Stop Watching Model"),
			() => welcome.isVisible(),
			(isVisible) => isVisible,
		);
	});

	it("shows what a model is made of and what was made of it", async () => {
		const { page } = sample;
		await searchModels(page, "Qwen3-8B");
		const row = modelRow(page, "Qwen3-8B");
		const press = (isExpanded: boolean): Promise<unknown> =>
			insist(
				isExpanded ? "the row opened" : "the row closed",
				() => clickAfresh(row.locator(".monaco-tl-twistie")),
				() => row.getAttribute("aria-expanded"),
				(now) => now === String(isExpanded),
			);
		await press(true);
		await rows(page, "Models").filter({ hasText: "Files to load" }).waitFor();
		await rows(page, "Models").filter({ hasText: "Fine-tunes" }).waitFor();
		await press(false);
	});

	it("puts the ID of a row that is dragged into the code there", async () => {
		const { page } = sample;
		await openFile(page, "summarize.py");
		await waitForText(page, 'MODEL_ID = ""');
		await openSidebar(page);
		const line = page.locator(".view-line", { hasText: "MODEL_ID = " }).first();
		const id = "google/gemma-4-31B-it";
		await insist(
			"the ID in the code",
			async () => {
				const to = await line.locator("span").last().boundingBox();
				const from = await modelRow(page, "gemma-4-31B-it").boundingBox();
				if (to && from) {
					await page.mouse.move(from.x + 60, from.y + 8);
					await page.mouse.down();
					await page.mouse.move(from.x + 120, from.y + 20, { steps: 3 });
					await page.mouse.move(to.x + to.width / 2, to.y + 8, { steps: 10 });
					await page.mouse.up();
				}
			},
			() => readEditors(page),
			(text) => text.includes(id),
		);
		await line.click();
		await waitForEditorFocus(page);
		await saveAndRead(sample.workbench, "summarize.py", id);
	});

	it("breaks no content policy", () => assertNoPolicyErrors(sample.workbench));
});
