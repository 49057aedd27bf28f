import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { ModelView } from "../../src/protocol/modelPanel.ts";
import { sampleModel, sampleStrings } from "../unit/webview/sampleScene.ts";
import { type BrowserLease, leaseBrowser } from "../workbench/launchBrowser.ts";
import { checkoutDir } from "../workbench/openWorkbench.ts";
import { until } from "./until.ts";

const points = 1000;
const dayMs = 86_400_000;
const firstMs = Date.UTC(2023, 11, 1);
const days = Array.from({ length: points }, (_, day) => firstMs + day * dayMs);

/** A thousand days of one series, with a gap of a month in it. */
const longModel: ModelView = {
	...sampleModel,
	adoption: {
		figures: [],
		flags: [],
		charts: [
			{
				title: "Downloads a day",
				summary: "1,000 days; the last is 1,999.",
				kind: "line",
				labelHeading: "Day",
				labels: days.map((timeMs) => new Date(timeMs).toISOString().slice(0, 10)),
				timesMs: days,
				series: [
					{
						name: "Downloads",
						values: days.map((_timeMs, day) => (day >= 400 && day < 430 ? null : 1000 + day)),
					},
				],
				basis: "Made up.",
			},
		],
	},
};

describe("a chart of a thousand points", () => {
	let lease: BrowserLease;
	let page: Page;

	before(async () => {
		lease = await leaseBrowser();
		page = await lease.browser.newPage({ viewport: { width: 900, height: 700 } });
		const [script, style] = await Promise.all(
			["panel.js", "panel.css"].map((name) => readFile(join(checkoutDir, "dist/webview", name), "utf8")),
		);
		await page.setContent(
			`<html style="--vscode-charts-blue: rgb(0, 0, 255)"><main id="root" data-page="model"></main></html>`,
		);
		await page.addStyleTag({ content: style ?? "" });
		const answer = { strings: sampleStrings, locale: "en", model: longModel };
		await page.addScriptTag({
			content: `let kept; const answer = ${JSON.stringify(answer)}; window.acquireVsCodeApi = () => ({
				getState: () => kept, setState: (state) => { kept = state; },
				postMessage: ({ kind, id, method }) => kind === "request" &&
					window.postMessage({ kind: "reply", id, result: method === "getModel" ? answer : undefined }, "*"),
			});`,
		});
		await page.addScriptTag({ content: script ?? "" });
		await page.locator("h1").waitFor();
	});

	after(async () => {
		await page?.close();
		await lease?.release();
	});

	it("is drawn, with its gap", async () => {
		const countBlueColumns = (): Promise<number> =>
			page
				.locator("canvas")
				.first()
				.evaluate((canvas: HTMLCanvasElement) => {
					const { height, width } = canvas;
					const data = canvas.getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
					const columns = new Set<number>();
					for (let at = 0; at < data.length; at += 4) {
						if ((data[at + 2] ?? 0) > 200 && (data[at] ?? 0) < 50 && (data[at + 3] ?? 0) > 150) {
							columns.add((at / 4) % width);
						}
					}
					return columns.size / width;
				});
		const share = await until("its ink", countBlueColumns, (now) => now > 0.5);
		assert.ok(share < 0.97, "there is no gap");
	});

	it("has all thousand in its table, the gap as a gap", async () => {
		await page.locator("summary").first().press("Enter");
		const rows = page.locator(".chart tbody tr");
		await until(
			"its rows",
			() => rows.count(),
			(count) => count === points,
		);
		assert.equal(await rows.nth(410).locator("td").textContent(), "–");
		assert.equal(await rows.last().locator("td").textContent(), "1,999");
	});
});
