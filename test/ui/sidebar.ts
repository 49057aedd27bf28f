import type { Locator, Page } from "playwright-core";
import { clickActionAfresh, clickAfresh } from "./clickAfresh.ts";
import { runCommand } from "./editor.ts";
import { insist } from "./insist.ts";
import { QuickPick } from "./quickPick.ts";
import { until } from "./until.ts";

export type ViewName = "Models" | "Targets" | "Watched";

/** Opens the sidebar by its icon and waits until the list of models is there. */
export async function openSidebar(page: Page): Promise<void> {
	const icon = page.getByRole("tab", { name: "Open Models", exact: true });
	await insist(
		"the sidebar",
		() => clickAfresh(icon),
		() => icon.getAttribute("aria-selected"),
		(isSelected) => isSelected === "true",
	);
	await until(
		"the list of models",
		() => modelRows(page).count(),
		(count) => count > 0,
	);
}

/** A view of the sidebar, header and rows. */
export function view(page: Page, name: ViewName): Locator {
	return page.locator(".pane", {
		has: page.locator(`.pane-header[aria-label^="${name} "], .pane-header[aria-label="${name}"]`),
	});
}

/** What stands beside the view's name, as a screen reader says it. */
export async function readHeader(page: Page, name: ViewName): Promise<string> {
	return (await view(page, name).locator(".pane-header").getAttribute("aria-label")) ?? "";
}

/** Waits until what stands beside the view's name is right. */
export async function waitForHeader(page: Page, name: ViewName, pattern: RegExp): Promise<void> {
	await until(
		`${pattern} beside “${name}”`,
		() => readHeader(page, name),
		(header) => pattern.test(header),
	);
}

/** The line above the rows. */
export async function readMessage(page: Page, name: ViewName): Promise<string> {
	const [message] = await view(page, name).locator(".message").allInnerTexts();
	return message ?? "";
}

/** The rows that are on the screen, lines that only say something included. */
export function rows(page: Page, name: ViewName): Locator {
	return view(page, name).locator(".monaco-list-row");
}

/** The rows of models, which alone can be expanded. */
export function modelRows(page: Page): Locator {
	return view(page, "Models").locator('.monaco-list-row[aria-level="1"][aria-expanded]');
}

/** The row of a model by its name without the owner. */
export function modelRow(page: Page, name: string, of: ViewName = "Models"): Locator {
	return rows(page, of).filter({ has: page.locator(`.monaco-icon-label[aria-label="${name}"]`) });
}

/** The names of the rows on the screen, from above. */
export async function listNames(page: Page, name: ViewName): Promise<string[]> {
	return rows(page, name).evaluateAll((all) =>
		all
			.sort((one, other) => Number(one.getAttribute("data-index")) - Number(other.getAttribute("data-index")))
			.map((row) => row.querySelector(".label-name")?.textContent ?? ""),
	);
}

/** What stands after a row's name: verdict, size, license and so on. */
export async function readDescription(row: Locator): Promise<string> {
	return (await row.locator(".label-description").textContent()) ?? "";
}

/** Presses an action in a view's title bar, which shows while the pointer is over the view. */
export async function pressTitleAction(page: Page, name: ViewName, action: string): Promise<void> {
	await clickActionAfresh(view(page, name).locator(".pane-header"), action);
}

/** Presses an action in the title bar of the Models until its box is there. */
export async function openBox(page: Page, action: string, title: string): Promise<QuickPick> {
	const box = new QuickPick(page);
	await insist(
		`the box “${title}”`,
		() => pressTitleAction(page, "Models", action),
		() => box.readTitle(),
		(shown) => shown.startsWith(title),
	);
	return box;
}

/** Waits until the list says that it comes from the Hub. */
export async function waitForHubList(page: Page): Promise<void> {
	await until(
		"the Hub's list",
		() => readMessage(page, "Models"),
		(message) => message.includes("Hub, "),
	);
}

/** Goes to the end of the Models by keyboard, until a row is on the screen that has this text. */
export async function goToEnd(page: Page, text: string | RegExp): Promise<Locator> {
	const row = rows(page, "Models").filter({ hasText: text });
	await insist(
		`“${text}” at the end`,
		() => view(page, "Models").locator(".monaco-list").press("End"),
		() => row.isVisible(),
		(isVisible) => isVisible,
	);
	return row;
}

/** Makes the sidebar as wide as said, by its sash. */
export async function resizeSidebar(page: Page, widthPx: number): Promise<void> {
	const sidebar = page.locator(".part.sidebar");
	const measure = async (): Promise<{ x: number; y: number; width: number; height: number }> => {
		const box = await sidebar.boundingBox();
		if (!box) {
			throw new Error("The sidebar is not on the screen.");
		}
		return box;
	};
	await insist(
		`a sidebar of ${widthPx} pixels`,
		async () => {
			const { x, y, width, height } = await measure();
			const edge = { x: x + width, y: y + height * 0.8 };
			await page.mouse.move(edge.x, edge.y);
			await page.mouse.down();
			await page.mouse.move(x + widthPx + 20, edge.y, { steps: 4 });
			await page.mouse.move(x + widthPx, edge.y, { steps: 4 });
			await page.mouse.up();
			await page.mouse.move(edge.x + 300, edge.y);
		},
		async () => (await measure()).width,
		(width) => Math.abs(width - widthPx) < 20,
	);
}

/** Checks a target, or takes the check away, by pointer. */
export async function checkTarget(page: Page, name: string, isChecked: boolean): Promise<void> {
	const checkbox = rows(page, "Targets").filter({ hasText: name }).getByRole("checkbox");
	await insist(
		`${isChecked ? "a" : "no"} check at “${name}”`,
		() => clickAfresh(checkbox),
		() => checkbox.isChecked(),
		(now) => now === isChecked,
	);
}

/** Adds a target from the list of known hardware, if it is not there. */
export async function ensureTarget(page: Page, name: string): Promise<void> {
	const row = rows(page, "Targets").filter({ hasText: name.slice(0, name.indexOf(",")) });
	const box = new QuickPick(page);
	await insist(
		`the target ${name}`,
		async () => {
			await runCommand(page, "Open Models: Add Target…");
			if (await box.comes("Add a target")) {
				await box.type(name.slice(0, name.indexOf(",")));
				await box.choose(name);
			}
			await box.goesAway();
			await box.leave();
		},
		() => row.count(),
		(count) => count > 0,
	);
}

/** How many models pass, and how many are known. */
export interface Counts {
	readonly left: number;
	readonly known: number;
}

/** The counts above the list: "9 of 503", or "503 models" when all pass. */
export async function readCounts(page: Page): Promise<Counts> {
	const message = await readMessage(page, "Models");
	const [, left = "", , known = left] = /^([\d,]+)( of ([\d,]+)| models)/.exec(message) ?? [];
	return { left: Number(left.replaceAll(",", "")), known: Number(known.replaceAll(",", "")) };
}

/** Narrows the list by parts of a name. */
export async function searchModels(page: Page, text: string): Promise<void> {
	const box = await openBox(page, "Search Models…", "Search models");
	await box.type(text);
	await box.press("Enter");
	await box.waitUntilGone();
}

/** Leaves whatever box is shown, takes filters and search away, and waits until all models are listed. */
export async function clearFilters(page: Page): Promise<void> {
	await new QuickPick(page).leave();
	// Without a filter there is no such command.
	await insist(
		"a header without filters",
		() => runCommand(page, "Open Models: Clear Filters and Search"),
		() => readHeader(page, "Models"),
		(header) => !header.includes("·"),
	);
	await until(
		"all models",
		() => readCounts(page),
		({ left, known }) => known > 0 && left === known,
	);
}
