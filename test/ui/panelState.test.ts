import assert from "node:assert/strict";
import type { Frame } from "playwright-core";
import { countInkedCanvases } from "./canvasInk.ts";
import { leaveWindowUntil } from "./keptState.ts";
import { openModel, shownPanel } from "./openModel.ts";
import { readSeenText } from "./seenText.ts";
import { until } from "./until.ts";
import { useSample } from "./useSample.ts";

const repoId = "Qwen/Qwen3-8B";

describe("the place in a model's panel", () => {
	const sample = useSample({ viewport: { width: 1500, height: 900 } });

	/** Opens the panel, scrolls it to a place, and waits until VS Code has kept that. */
	async function openAt(place: number): Promise<void> {
		const frame = await openModel(sample.page, repoId);
		await frame.locator("vscode-progress-ring").waitFor({ state: "detached" });
		await frame.evaluate((top) => window.scrollTo(0, top), place);
		await leaveWindowUntil(sample.page, "the place", (editors) =>
			editors.includes(`"repoId":"${repoId}","look":{"scrollTop":${place},`),
		);
	}

	async function waitForPlace(frame: Frame, place: number): Promise<void> {
		await until(
			"the place",
			() => frame.evaluate(() => window.scrollY),
			(now) => Math.abs(now - place) < 60,
		);
	}

	it("is kept when it was hidden", async () => {
		await openAt(900);
		await openModel(sample.page, "openai/gpt-oss-20b");
		await waitForPlace(await openModel(sample.page, repoId), 900);
	});

	it("comes back with the window", async () => {
		const { page } = sample;
		await openAt(700);
		await page.reload();
		const frame = await shownPanel(page, repoId);
		await waitForPlace(frame, 700);
		assert.ok((await readSeenText(frame.locator("body"))).includes("Apache License 2.0"));
		await until(
			"the charts",
			() => countInkedCanvases(frame),
			(count) => count >= 2,
		);
	});
});
