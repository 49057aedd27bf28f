import assert from "node:assert/strict";
import type { Frame } from "playwright-core";
import { countInkedCanvases } from "./canvasInk.ts";
import { runCommand } from "./editor.ts";
import { insist } from "./insist.ts";
import { leaveWindowUntil } from "./keptState.ts";
import { openModel, shownPanel } from "./openModel.ts";
import { readSeenText } from "./seenText.ts";
import { until } from "./until.ts";
import { useSample } from "./useSample.ts";

const repoId = "Qwen/Qwen3-8B";

describe("the place in a panel", () => {
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

	async function shownEcosystem(): Promise<Frame> {
		const frame = await shownPanel(sample.page, "State of Open Models");
		await frame.locator("figure.answer").nth(14).waitFor();
		return frame;
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

	it("of the ecosystem comes back with the window: narrowed as it was, with its tables", async () => {
		const { page } = sample;
		await runCommand(page, "Open Models: Show the State of Open Models");
		const frame = await shownEcosystem();
		await frame.getByLabel("License", { exact: true }).selectOption("apache-2.0");
		const tasks = frame.locator("figure.answer").filter({ hasText: "For which tasks?" });
		await insist(
			"the table",
			() => tasks.locator("summary").press("Enter"),
			() => tasks.locator("tbody tr").count(),
			(count) => count > 0,
		);
		const source = await until(
			"the figures of the license",
			() => readSeenText(frame.locator(".source")),
			(text) => / of [\d,]+ models/.test(text),
		);
		await frame.evaluate(() => window.scrollTo(0, 800));
		await leaveWindowUntil(page, "the place", (editors) =>
			/"scrollTop":800,"openDetails":\["table-tasks"\],"choice":\{"license":"apache-2\.0"\}/.test(editors),
		);
		await page.reload();
		const again = await shownEcosystem();
		await waitForPlace(again, 800);
		assert.equal(await again.getByLabel("License", { exact: true }).inputValue(), "apache-2.0");
		assert.ok((await again.locator("#title-tasks").locator("xpath=../..").locator("tbody tr").count()) > 0);
		await until(
			"the same figures",
			() => readSeenText(again.locator(".source")),
			(text) => text.split(" · ")[0] === source.split(" · ")[0],
		);
		await until(
			"the charts",
			() => countInkedCanvases(again),
			(count) => count >= 10,
		);
		await runCommand(page, "View: Close Editor");
	});

	it("of a comparison comes back with the window, with the same models in the same order", async () => {
		const { box, page } = sample;
		const compared = ["openai/gpt-oss-20b", repoId];
		await runCommand(page, "Open Models: Compare Models…");
		await box.waitFor("Compare models");
		for (const each of compared) {
			await box.type(each);
			await box.setChecked(each, true);
		}
		await box.press("Enter");
		await box.waitUntilGone();
		const title = "Compare 2 Models";
		const readColumns = (frame: Frame): Promise<string[]> =>
			frame.locator("table.compared thead button").allInnerTexts();
		const frame = await shownPanel(page, title);
		await frame.locator("vscode-progress-ring").waitFor({ state: "detached" });
		const columns = await readColumns(frame);
		assert.deepEqual([...columns].sort(), [...compared].sort());
		await frame.evaluate(() => window.scrollTo(0, 300));
		await leaveWindowUntil(page, "the place", (editors) =>
			editors.includes(`"repoIds":${JSON.stringify(columns)},"look":{"scrollTop":300,`),
		);
		await page.reload();
		const again = await shownPanel(page, title);
		await waitForPlace(again, 300);
		assert.deepEqual(await readColumns(again), columns);
		await until(
			"the charts",
			() => countInkedCanvases(again),
			(count) => count >= 2,
		);
	});
});
