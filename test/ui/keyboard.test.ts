import assert from "node:assert/strict";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { type HubServer, startHub } from "../hub/hubServer.ts";
import { checkoutDir, openWorkbench, type Workbench } from "../workbench/openWorkbench.ts";
import { openFile, runCommand } from "./editor.ts";
import { shownPanel } from "./openModel.ts";
import { modelRows, rows, view, waitForHubList } from "./sidebar.ts";
import { until } from "./until.ts";

describe("without a mouse", () => {
	let hub: HubServer;
	let workbench: Workbench;
	let frame: Frame;

	before(async () => {
		hub = await startHub();
		workbench = await openWorkbench({ folder: join(checkoutDir, "test/workbench/sample"), hubUrl: hub.url });
	});

	after(async () => {
		await workbench?.close();
		await hub?.close();
	});

	/** The view of the sidebar that holds the focus. */
	const readFocusedView = (): Promise<string> =>
		workbench.page.evaluate(
			() =>
				document.activeElement?.closest(".pane")?.querySelector(".pane-header")?.getAttribute("aria-label") ??
				"",
		);

	const readFocusedRow = async (): Promise<string> => {
		const [label] = await view(workbench.page, "Models")
			.locator(".monaco-list-row.focused")
			.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label") ?? ""));
		return label ?? "";
	};

	it("reaches the list by a command, and walks it", async () => {
		const { page } = workbench;
		await openFile(page, "summarize.py");
		await runCommand(page, "Open Models: Focus on Models View");
		await modelRows(page).first().waitFor();
		await waitForHubList(page);
		// The first time there was no list yet to take the focus.
		await runCommand(page, "Open Models: Focus on Models View");
		await until("the focus in the list", readFocusedView, (name) => name.startsWith("Models"));
		await page.keyboard.press("Home");
		const first = await until("the first row", readFocusedRow, (row) => row !== "");
		await page.keyboard.press("ArrowDown");
		await until("the next row", readFocusedRow, (row) => row !== "" && row !== first);
		await page.keyboard.press("ArrowUp");
		await until("the first row", readFocusedRow, (row) => row === first);
	});

	it("shows where the focus is", async () => {
		const outline = await view(workbench.page, "Models")
			.locator(".monaco-list:focus .monaco-list-row.focused")
			.evaluate((row) => {
				const { outlineStyle, backgroundColor } = getComputedStyle(row);
				return { outlineStyle, backgroundColor };
			});
		assert.ok(outline.outlineStyle !== "none" || outline.backgroundColor !== "rgba(0, 0, 0, 0)");
	});

	it("has the menu of a row under its key", async () => {
		const { page } = workbench;
		await page.keyboard.press("Shift+F10");
		const menu = page.locator(".context-view .monaco-menu").last();
		await menu.waitFor();
		const items = await menu.locator(".action-label").allInnerTexts();
		for (const item of [
			"Open Model",
			"Insert Model ID",
			"Copy Model ID",
			"Copy Snippet…",
			"Open on the Hub",
			"Watch Model",
		]) {
			assert.ok(items.includes(item), `“${item}” is not among: ${items.join(", ")}`);
		}
		await page.keyboard.press("Escape");
		await menu.waitFor({ state: "hidden" });
	});

	it("expands a row and closes it again", async () => {
		const { page } = workbench;
		await page.keyboard.press("ArrowRight");
		await rows(page, "Models").filter({ hasText: "Files to load" }).waitFor();
		await page.keyboard.press("ArrowLeft");
		await rows(page, "Models").filter({ hasText: "Files to load" }).waitFor({ state: "detached" });
	});

	it("comes from part to part by F6 and back to the sidebar", async () => {
		const { page } = workbench;
		await openFile(page, "summarize.py");
		await until(
			"the focus in the sidebar",
			async () => {
				await page.keyboard.press("F6");
				return page.evaluate(() => document.activeElement?.closest(".part")?.id ?? "");
			},
			(part) => part === "workbench.parts.sidebar",
		);
	});

	it("opens a model with Enter, beside the code", async () => {
		const { page } = workbench;
		await runCommand(page, "Open Models: Focus on Models View");
		await until("the focus in the list", readFocusedView, (name) => name.startsWith("Models"));
		await page.keyboard.press("Home");
		await page.keyboard.press("Enter");
		frame = await shownPanel(page, "deepseek-ai/DeepSeek-V4-Flash");
		assert.equal(await page.locator(".editor-group-container").count(), 2);
	});

	it("walks the panel by Tab, from its one primary action to the snippets, with the focus always seen", async () => {
		const { page } = workbench;
		await frame.locator("h1").focus();
		const order: string[] = [];
		for (let presses = 0; presses < 80; presses += 1) {
			await page.keyboard.press("Tab");
			const stop = await frame.evaluate(() => {
				const active = document.activeElement;
				const isInside = active !== null && active !== document.body;
				return {
					name: isInside ? (active.getAttribute("aria-label") ?? active.textContent ?? active.id) : "",
					isSeen: isInside && getComputedStyle(active).outlineStyle !== "none",
					tag: active?.tagName ?? "",
				};
			});
			if (stop.name === "" && stop.tag === "BODY") {
				break;
			}
			assert.ok(stop.isSeen || stop.tag.startsWith("VSCODE"), `the focus on “${stop.name}” is not seen`);
			order.push(stop.name);
		}
		assert.match(order[0] ?? "", /^Insert into summarize\.py/);
		for (const name of ["Copy ID", "Watch", "Open on the Hub"]) {
			assert.ok(order.includes(name), `Tab does not come to “${name}”`);
		}
	});
});
