import assert from "node:assert/strict";
import type { Frame } from "playwright-core";
import { assertAccessible } from "./accessibility.ts";
import { startBestHub } from "./bestHub.ts";
import { countInkedCanvases } from "./canvasInk.ts";
import { openFile, placeCursor, runCommand, waitForText } from "./editor.ts";
import { insist } from "./insist.ts";
import { waitForNoSidewaysScrolling } from "./noSidewaysScrolling.ts";
import { openModel } from "./openModel.ts";
import { goToCandidates, goToSheetOf, startPick } from "./pickSteps.ts";
import { takePicture } from "./pictures.ts";
import { assertNoPolicyErrors } from "./policyErrors.ts";
import type { QuickPick } from "./quickPick.ts";
import {
	checkTarget,
	ensureTarget,
	modelRows,
	openSidebar,
	readMessage,
	resizeSidebar,
	waitForHeader,
	waitForHubList,
} from "./sidebar.ts";
import { changeTheme, themes } from "./themes.ts";
import { until } from "./until.ts";
import { useSample } from "./useSample.ts";

describe("how it looks, in light, dark and both high contrasts", () => {
	const sample = useSample({
		start: startBestHub,
		viewport: { width: 1200, height: 800 },
		settings: {
			"editor.minimap.enabled": false,
			"editor.cursorBlinking": "solid",
			"workbench.layoutControl.enabled": false,
			"window.title": "Open Models",
		},
	});
	let box: QuickPick;
	let panel: Frame | undefined;

	before(async () => {
		box = sample.box;
		const { page } = sample;
		await openFile(page, "summarize.py");
		await waitForText(page, 'MODEL_ID = ""');
		await placeCursor(page, 5, 13);
		await openSidebar(page);
		await waitForHubList(page);
		await ensureTarget(page, "GeForce RTX 4070, 12 GiB");
		await checkTarget(page, "This machine", false);
		await until(
			"the verdicts",
			() => modelRows(page).first().getAttribute("aria-label"),
			(label) => label?.includes("RTX 4070") === true,
		);
		await resizeSidebar(page, 520);
		await filterByTargetAndTerms();
	});

	// What a test that failed has left must not be in the way of the next.
	afterEach(() => box.leave());

	async function filterByTargetAndTerms(): Promise<void> {
		await runCommand(sample.page, "Open Models: Filter Models…");
		for (const { field, value } of [
			{ field: "Hardware target", value: "GeForce RTX 4070" },
			{ field: "License terms", value: "permissive" },
		]) {
			await box.waitFor("Filter models");
			await box.choose(field);
			await box.waitFor(field);
			await box.clickChecked(value, true);
			await box.pressOk();
		}
		await box.waitFor("Filter models");
		await box.leave();
		await waitForHeader(sample.page, "Models", /permissive · GeForce RTX 4070/);
		await until(
			"the count of what is left",
			() => readMessage(sample.page, "Models"),
			(message) => /^\d+ of \d+ · Hub, /.test(message),
		);
	}

	async function hideSidebar(): Promise<void> {
		const { page } = sample;
		await insist(
			"no sidebar",
			() => page.keyboard.press("ControlOrMeta+B"),
			() => page.locator(".part.sidebar").isVisible(),
			(isVisible) => !isVisible,
		);
	}

	for (const { name, label, className, isShown } of themes) {
		it(`shows the sidebar in ${label}`, async () => {
			const { page } = sample;
			await changeTheme(page, label, className);
			await openFile(page, "summarize.py");
			await openSidebar(page);
			await takePicture(page, `sidebar-${name}`, isShown);
		});
	}

	for (const { name, label, className, isShown } of themes) {
		it(`shows the pick in ${label}`, async () => {
			const { page } = sample;
			await changeTheme(page, label, className);
			await openFile(page, "summarize.py");
			await hideSidebar();
			await startPick(page, box);
			await goToSheetOf("summarize.py", box);
			await takePicture(page, `pick-sheet-${name}`, false);
			await goToCandidates(box);
			await takePicture(page, `pick-${name}`, isShown, 420);
			await box.leave();
		});
	}

	for (const { name, label, className, isShown } of themes) {
		it(`shows the panel in ${label}, which axe-core finds nothing serious in`, async () => {
			await changeTheme(sample.page, label, className);
			const frame = await openPanel();
			await frame.locator("vscode-progress-ring").waitFor({ state: "detached" });
			await frame.evaluate(() => window.scrollTo(0, 0));
			await until(
				"the charts",
				() => countInkedCanvases(frame),
				(count) => count >= 2,
			);
			await takePicture(sample.page, `panel-${name}`, isShown);
			await frame
				.getByRole("heading", { name: "Fit", exact: true })
				.evaluate((heading) => heading.scrollIntoView());
			await takePicture(sample.page, `panel-fit-${name}`, false);
			await frame
				.getByRole("heading", { name: "License and safety" })
				.evaluate((heading) => heading.scrollIntoView());
			await takePicture(sample.page, `panel-use-${name}`, false);
			await assertAccessible(frame);
		});
	}

	it("needs no sideways scrolling at 480 pixels and at 200 % zoom", async () => {
		const { page } = sample;
		const frame = await openPanel();
		await frame.evaluate(() => window.scrollTo(0, 0));
		for (const { name, width, height } of [
			{ name: "narrow", width: 790, height: 800 },
			{ name: "zoomed", width: 640, height: 420 },
		]) {
			await page.setViewportSize({ width, height });
			await until(
				"a narrower panel",
				() => frame.evaluate(() => window.innerWidth),
				(now) => now < width,
			);
			await waitForNoSidewaysScrolling(frame);
			await takePicture(sample.page, `panel-${name}`, false);
		}
	});

	it("breaks no content policy", () => assertNoPolicyErrors(sample.workbench));

	/** Opens the panel, the first time, and gives it most of the window by the edge between it and the code. */
	async function openPanel(): Promise<Frame> {
		const { page } = sample;
		if (panel && !panel.isDetached()) {
			return panel;
		}
		panel = await openModel(page, "Qwen/Qwen3-8B");
		const code = page.locator(".editor-group-container").first();
		await insist(
			"a wide panel",
			async () => {
				const box = await code.boundingBox();
				assert.ok(box);
				await page.mouse.move(box.x + box.width, box.y + 300);
				await page.mouse.down();
				await page.mouse.move(box.x + 360, box.y + 300, { steps: 5 });
				await page.mouse.up();
			},
			async () => (await code.boundingBox())?.width ?? Number.NaN,
			(width) => width < 380,
		);
		return panel;
	}
});
