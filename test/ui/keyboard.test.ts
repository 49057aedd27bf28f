import assert from "node:assert/strict";
import { join } from "node:path";
import { type HubServer, startHub } from "../hub/hubServer.ts";
import { checkoutDir, openWorkbench, type Workbench } from "../workbench/openWorkbench.ts";
import { openFile, runCommand } from "./editor.ts";
import { insist } from "./insist.ts";
import { openModel, shownPanel } from "./openModel.ts";
import { modelRows, rows, view, waitForHubList } from "./sidebar.ts";
import { until } from "./until.ts";

/** The first of the list. */
const model = "deepseek-ai/DeepSeek-V4-Flash";

describe("without a mouse", () => {
	let hub: HubServer;
	let workbench: Workbench;

	before(async () => {
		hub = await startHub();
		workbench = await openWorkbench({ folder: join(checkoutDir, "test/workbench/sample"), hubUrl: hub.url });
		const { page } = workbench;
		await openFile(page, "summarize.py");
		await runCommand(page, "Open Models: Focus on Models View");
		await waitForHubList(page);
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

	/** Goes to the list by its command, and there to the first row, whose words it gives. */
	async function goToFirstRow(): Promise<string> {
		const { page } = workbench;
		// The first time there may be no list yet to take the focus.
		await insist(
			"the focus in the list",
			() => runCommand(page, "Open Models: Focus on Models View"),
			readFocusedView,
			(name) => name.startsWith("Models"),
		);
		const readBoth = async (): Promise<(string | null)[]> => [
			await readFocusedRow(),
			await modelRows(page).first().getAttribute("aria-label"),
		];
		await pressUntil("Home", "the first row", readBoth, ([focused, first]) => focused === first);
		return readFocusedRow();
	}

	/** Presses a key until it has done what is said, as one does when a busy window does not take it. */
	function pressUntil<Value>(
		key: string,
		what: string,
		read: () => Promise<Value>,
		isRight: (value: Value) => boolean,
	): Promise<Value> {
		return insist(what, () => workbench.page.keyboard.press(key), read, isRight);
	}

	it("reaches the list by a command, and walks it", async () => {
		const first = await goToFirstRow();
		await pressUntil("ArrowDown", "another row", readFocusedRow, (row) => row !== "" && row !== first);
		await pressUntil("ArrowUp", "the first row", readFocusedRow, (row) => row === first);
	});

	it("shows where the focus is", async () => {
		await goToFirstRow();
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
		await goToFirstRow();
		const menu = page.locator(".context-view .monaco-menu").last();
		await pressUntil(
			"Shift+F10",
			"the menu",
			() => menu.locator(".action-label").allInnerTexts(),
			(items) => items.includes("Open Model"),
		);
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
		await pressUntil(
			"Escape",
			"no menu",
			() => menu.isVisible(),
			(isVisible) => !isVisible,
		);
	});

	it("expands a row and closes it again", async () => {
		const { page } = workbench;
		await goToFirstRow();
		const files = rows(page, "Models").filter({ hasText: "Files to load" });
		const countFiles = (): Promise<number> => files.count();
		await pressUntil("ArrowRight", "what is in the row", countFiles, (count) => count === 1);
		await pressUntil("ArrowLeft", "the row closed", countFiles, (count) => count === 0);
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
		await goToFirstRow();
		const tab = page.locator(".tab", { hasText: model });
		await pressUntil(
			"Enter",
			"the model's tab",
			() => tab.count(),
			(count) => count === 1,
		);
		await shownPanel(page, model);
		assert.equal(await page.locator(".editor-group-container").count(), 2);
	});

	it("walks the panel by Tab, from its one primary action to the snippets, with the focus always seen", async () => {
		const { page } = workbench;
		const frame = await openModel(page, model);
		await frame.locator("vscode-progress-ring").waitFor({ state: "detached" });
		await until(
			"the focus in the panel",
			async () => {
				await frame.locator("h1").focus();
				return frame.evaluate(() => document.hasFocus() && document.activeElement?.tagName);
			},
			(tag) => tag === "H1",
		);
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
