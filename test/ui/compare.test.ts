import assert from "node:assert/strict";
import type { Frame, Locator } from "playwright-core";
import { panelFrame } from "../workbench/openWorkbench.ts";
import { assertAccessible } from "./accessibility.ts";
import { startBestHub } from "./bestHub.ts";
import { countInkedCanvases } from "./canvasInk.ts";
import { runCommand } from "./editor.ts";
import { insist } from "./insist.ts";
import { shownPanel } from "./openModel.ts";
import { takePicture } from "./pictures.ts";
import { assertNoPolicyErrors } from "./policyErrors.ts";
import { openSidebar, waitForHubList } from "./sidebar.ts";
import { tabTo } from "./tabTo.ts";
import { changeTheme, themes } from "./themes.ts";
import { until } from "./until.ts";
import { useSample } from "./useSample.ts";

const pair = ["Qwen/Qwen3-8B", "openai/gpt-oss-20b"];
const four = [...pair, "BAAI/bge-m3", "google/gemma-4-31B-it"];

describe("a comparison of models, by keyboard", () => {
	const sample = useSample({
		start: startBestHub,
		viewport: { width: 1200, height: 800 },
		settings: { "workbench.layoutControl.enabled": false, "window.title": "Open Models" },
	});

	before(async () => {
		await openSidebar(sample.page);
		await waitForHubList(sample.page);
	});

	afterEach(() => sample.box.leave());

	/** Compares models that are chosen by name in the box, and waits until all that can be read of them is. */
	async function compare(repoIds: readonly string[]): Promise<Frame> {
		const { box, page } = sample;
		await runCommand(page, "Open Models: Compare Models…");
		await box.waitFor("Compare models");
		for (const repoId of repoIds) {
			await box.type(repoId);
			await box.setChecked(repoId, true);
		}
		await box.press("Enter");
		await box.waitUntilGone();
		return shownComparison(repoIds.length);
	}

	async function shownComparison(count: number): Promise<Frame> {
		const frame = await panelFrame(sample.page, `Compare ${count} Models`);
		await frame.locator("h1").waitFor();
		await frame.locator("vscode-progress-ring").waitFor({ state: "detached" });
		return frame;
	}

	const columns = (frame: Frame): Promise<string[]> =>
		frame.locator("table.compared thead th").allInnerTexts();

	/** The cells of a row, by its heading. */
	const readRow = async (frame: Frame, heading: string): Promise<string[]> =>
		frame
			.locator("table.compared tbody tr", {
				has: frame.getByRole("rowheader", { name: heading, exact: true }),
			})
			.locator("td")
			.allInnerTexts();

	const chart = (frame: Frame, title: RegExp): Locator =>
		frame.locator("figure.chart").filter({ has: frame.getByRole("heading", { name: title }) });

	async function readTable(frame: Frame, title: RegExp): Promise<{ headings: string[]; rows: string[][] }> {
		const figure = chart(frame, title);
		await tabTo(sample.page, frame, figure.locator("summary"));
		await insist(
			"the table",
			() => figure.locator("summary").press("Enter"),
			() => figure.locator("tbody tr").count(),
			(count) => count > 0,
		);
		const rows = await figure
			.locator("tbody tr")
			.evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent ?? "")));
		return { headings: await figure.locator("thead th").allInnerTexts(), rows };
	}

	it("has a column a model, with facts, license, verdict and adoption", async () => {
		const frame = await compare(pair);
		assert.deepEqual((await columns(frame)).slice(1), pair);
		assert.deepEqual(await readRow(frame, "License"), ["Apache-2.0", "Apache-2.0"]);
		assert.match((await readRow(frame, "Parameters"))[0] ?? "", /^8\.2B/);
		const groups = await frame.locator("table.compared th[scope=rowgroup]").allInnerTexts();
		assert.match(groups.join(), /Fit at 8k tokens/);
	});

	it("draws adoption from the day of release and by calendar, each with its table", async () => {
		const frame = await shownComparison(2);
		await until(
			"both charts",
			() => countInkedCanvases(frame),
			(count) => count === 2,
		);
		const aligned = await readTable(frame, /from the day of release$/);
		const dated = await readTable(frame, /by calendar$/);
		assert.deepEqual(aligned.headings, ["Days after release", "Qwen3-8B", "gpt-oss-20b"]);
		assert.deepEqual(dated.headings, ["Day", "Qwen3-8B", "gpt-oss-20b"]);
		const listColumn = (rows: string[][], column: number): string[] =>
			rows.flatMap((row) => (row[column] === "–" ? [] : (row[column] ?? [])));
		for (const column of [1, 2]) {
			const values = listColumn(aligned.rows, column);
			assert.ok(values.length > 1);
			assert.deepEqual(values, listColumn(dated.rows, column), "the same readings, otherwise placed");
		}
		const firstDay = (rows: string[][], column: number): string =>
			rows.find((row) => row[column] !== "–")?.[0] ?? "";
		const released = [1, 2].map(
			(column) =>
				Date.parse(firstDay(dated.rows, column)) / 86_400_000 -
				Number(firstDay(aligned.rows, column).replaceAll(",", "")),
		);
		// Qwen3-8B came out on April 27, 2025, and gpt-oss-20b on August 4.
		assert.equal(Math.round((released[1] ?? 0) - (released[0] ?? 0)), 99);
	});

	it("is copied as Markdown", async () => {
		const frame = await shownComparison(2);
		const copy = frame.locator("header button");
		await tabTo(sample.page, frame, copy);
		await sample.page.keyboard.press("Enter");
		await until(
			"that it is copied",
			() => frame.locator("[aria-live]").textContent(),
			(words) => words === "Copied",
		);
		const text = await until(
			"the table in the clipboard",
			() => sample.page.evaluate(() => navigator.clipboard.readText()),
			(copied) => copied.includes("| License | Apache-2.0 | Apache-2.0 |"),
		);
		assert.match(text, /^\| {2}\| Qwen\/Qwen3-8B \| openai\/gpt-oss-20b \|$/m);
	});

	it("leads to a model of it, and back", async () => {
		const { page } = sample;
		const frame = await shownComparison(2);
		await tabTo(page, frame, frame.getByRole("button", { name: "openai/gpt-oss-20b" }));
		await page.keyboard.press("Enter");
		await shownPanel(page, "openai/gpt-oss-20b");
		await runCommand(page, "View: Close Editor");
		assert.deepEqual((await columns(await shownComparison(2))).slice(1), pair);
	});

	it("takes four at the most, and says so", async () => {
		const { box, page } = sample;
		await runCommand(page, "Open Models: Compare Models…");
		await box.waitFor("Compare models");
		await box.press("Enter");
		await box.waitFor("Compare models");
		assert.equal(await box.input.getAttribute("placeholder"), "Choose two to four");
		await box.leave();
		const frame = await compare(four);
		assert.deepEqual((await columns(frame)).slice(1).sort(), [...four].sort());
		await until(
			"both charts",
			() => countInkedCanvases(frame),
			(count) => count === 2,
		);
	});

	for (const { name, label, className } of themes) {
		it(`is shown in ${label}, and axe-core finds nothing serious in it`, async () => {
			await changeTheme(sample.page, label, className);
			const frame = await shownComparison(4);
			await until(
				"both charts",
				() => countInkedCanvases(frame),
				(count) => count === 2,
			);
			await frame.evaluate(() => window.scrollTo(0, 0));
			await takePicture(sample.page, `compare-${name}`, false);
			await frame.locator(".charts").evaluate((charts) => charts.scrollIntoView());
			await takePicture(sample.page, `compare-charts-${name}`, false);
			await assertAccessible(frame);
		});
	}

	it("needs no sideways scrolling of the page from 480 to 1,400 pixels and at 200 % zoom", async () => {
		const frame = await shownComparison(4);
		await frame.evaluate(() => window.scrollTo(0, 0));
		for (const { name, width, height } of [
			{ name: "wide", width: 1750, height: 900 },
			{ name: "narrow", width: 790, height: 800 },
			{ name: "zoomed", width: 640, height: 420 },
		]) {
			await sample.page.setViewportSize({ width, height });
			await until(
				"no sideways scrolling",
				() =>
					frame.evaluate(
						() =>
							window.innerWidth + document.documentElement.scrollWidth - document.documentElement.clientWidth,
					),
				(reach) => reach < width,
			);
			await takePicture(sample.page, `compare-${name}`, false);
		}
		await sample.page.setViewportSize({ width: 790, height: 800 });
		const first = frame.locator("table.compared th[scope=row]").first();
		const last = frame.locator("table.compared thead th").last();
		await until(
			"the last column beside what its rows are",
			async () => {
				await last.evaluate((column) => column.scrollIntoView({ inline: "end" }));
				return Promise.all([first, last].map((cell) => cell.boundingBox()));
			},
			([label, column]) =>
				Boolean(label && column && label.x >= 350 && column.x > label.x && column.x + column.width <= 790),
		);
	});

	it("breaks no content policy", () => assertNoPolicyErrors(sample.workbench));
});
