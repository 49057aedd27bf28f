import assert from "node:assert/strict";
import type { Frame } from "playwright-core";
import { runCommand } from "./editor.ts";
import { insist } from "./insist.ts";
import { waitForNoSidewaysScrolling } from "./noSidewaysScrolling.ts";
import { openModel } from "./openModel.ts";
import { takePicture } from "./pictures.ts";
import { readSeenText } from "./seenText.ts";
import { checkTarget, ensureTarget, openSidebar, rows, waitForHubList } from "./sidebar.ts";
import { changeTheme, themes } from "./themes.ts";
import { until } from "./until.ts";
import { useSample } from "./useSample.ts";

const repoId = "Qwen/Qwen3-30B-A3B";

describe("how a model fits, on two cards and with experts in the system's memory", () => {
	const sample = useSample({ viewport: { width: 1200, height: 800 } });
	let frame: Frame;

	before(async () => {
		const { page } = sample;
		await openSidebar(page);
		await waitForHubList(page);
		await ensureTarget(page, "GeForce RTX 4070, 12 GiB");
		await editTarget("Set how many cards it has…", "2", "2 × ");
		await editTarget("Set the system memory beside it…", "64", "64 GiB system memory");
		await checkTarget(page, "This machine", false);
		frame = await openModel(page, repoId);
		await until(
			"the end of reading",
			() => frame.locator("vscode-progress-ring").count(),
			(count) => count === 0,
		);
	});

	/** Changes the card that was added, until its row says so. */
	async function editTarget(choice: string, value: string, shown: string): Promise<void> {
		const { page, box } = sample;
		const row = rows(page, "Targets").filter({ hasText: "RTX 4070" });
		await insist(
			shown,
			async () => {
				await runCommand(page, "Open Models: Edit Target…");
				if (await box.comes("Which target?")) {
					await box.choose("GeForce RTX 4070");
					await box.choose(choice);
					await box.type(value);
					await box.press("Enter");
				}
				await box.goesAway();
				await box.leave();
			},
			() => readSeenText(row),
			(text) => text.includes(shown),
		);
	}

	/** The row of what could be loaded by its name, and the verdict in it. */
	const cellOf = (label: string) =>
		frame.locator("tr", { has: frame.getByRole("rowheader", { name: label }) }).locator("button.verdict");

	async function openParts(label: string, words: RegExp): Promise<string> {
		const parts = frame.locator("tr.parts");
		return insist(
			`${words} of ${label}`,
			() => cellOf(label).press("Enter"),
			async () => ((await parts.count()) === 1 ? readSeenText(parts) : ""),
			(text) => words.test(text),
		);
	}

	it("says that it is split over the cards by whole layers, and that nothing was added up", async () => {
		assert.match(await readSeenText(cellOf("Q4_K_M")), /^.?\s*fits/);
		assert.match(await openParts("Q4_K_M", /whole layers on each of 2 cards/), /The target can give\n/);
	});

	it("says how much of the experts would be in the system's memory", async () => {
		assert.match(await readSeenText(cellOf("Q8_0")), /offload of experts, slow/);
		await openParts("Q8_0", /of experts in the system's memory, all else on 2 cards/);
	});

	it("copies how it was computed: parts, basis, what would change it and how it runs", async () => {
		await openParts("Q4_K_M", /whole layers/);
		await Promise.all([
			frame.getByRole("button", { name: "Copied" }).waitFor(),
			frame.getByRole("button", { name: "Copy How This Was Computed" }).click(),
		]);
		const copied = await sample.page.evaluate(() => navigator.clipboard.readText());
		for (const line of [
			repoId,
			"Q4_K_M",
			"Weights",
			"KV cache at 8k tokens",
			"Needed in all",
			"Estimated from",
		]) {
			assert.ok(copied.includes(line), `${line} in:\n${copied}`);
		}
	});

	for (const { name, label, className } of themes) {
		it(`is drawn in ${label}`, async () => {
			await changeTheme(sample.page, label, className);
			await openParts("Q8_0", /of experts/);
			await frame
				.getByRole("heading", { name: "Fit", exact: true })
				.evaluate((heading) => heading.scrollIntoView());
			await takePicture(sample.page, `fit-${name}`, false);
		});
	}

	it("needs no sideways scrolling of the page at 480 pixels", async () => {
		const { page } = sample;
		await runCommand(page, "View: Close Primary Side Bar");
		await page.setViewportSize({ width: 530, height: 900 });
		await openParts("Q8_0", /of experts/);
		await frame
			.getByRole("heading", { name: "Fit", exact: true })
			.evaluate((heading) => heading.scrollIntoView());
		await waitForNoSidewaysScrolling(frame);
		await takePicture(page, "fit-narrow", false);
	});
});
