import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Workbench } from "../workbench/openWorkbench.ts";
import { QuickPick } from "./quickPick.ts";
import { until } from "./until.ts";

/** Runs a command from the palette, by keyboard. */
export async function runCommand(page: Page, title: string): Promise<void> {
	await typeIntoBox(page, "F1", title);
}

/** Opens a file of the folder by keyboard and waits until it is in front. */
export async function openFile(page: Page, name: string): Promise<void> {
	await typeIntoBox(page, "ControlOrMeta+P", name);
	await page.locator(".tab.active", { hasText: name }).waitFor();
	await new QuickPick(page).waitUntilGone();
}

/**
 * Opens a box by its key, types what is looked for, and presses Enter on it. What was opened a moment before may take
 * the focus away meanwhile, and the box with it; then a person does it again, and so does this.
 */
async function typeIntoBox(page: Page, key: string, text: string): Promise<void> {
	await until(
		`“${text}” in the box of ${key}`,
		async () => {
			const box = await summonBox(page, key);
			await box.type(key === "F1" ? `>${text}` : text);
			const isFound = await box.finds(text);
			if (isFound) {
				await box.goTo(text);
			}
			await page.keyboard.press(isFound ? "Enter" : "Escape");
			return isFound;
		},
		(isFound) => isFound,
	);
}

/**
 * Puts the cursor of the editor in front where it is said, both from 1, and waits until the window says that it is
 * there; a tab counts as wide as it is shown.
 */
export async function placeCursor(page: Page, line: number, column: number): Promise<void> {
	await until(
		`the cursor in line ${line}, column ${column}`,
		async () => {
			const box = await summonBox(page, "Control+G");
			await box.type(`:${line}:${column}`);
			await box.rows.first().waitFor();
			await page.keyboard.press("Enter");
			if (!(await box.goesAway())) {
				await page.keyboard.press("Escape");
			}
			return page.locator(".statusbar").textContent();
		},
		(text) => text?.includes(`Ln ${line}, Col ${column}`) === true,
	);
}

/** The column, from 1, at which a place in a line is shown when tabs are four wide. */
export function findShownColumn(line: string, index: number): number {
	return [...line.slice(0, index)].reduce(
		(column, character) => (character === "\t" ? column + 4 - ((column - 1) % 4) : column + 1),
		1,
	);
}

/** Waits until the editor in front shows a text. */
export async function waitForText(page: Page, text: string): Promise<void> {
	await until(
		`“${text}” in the editor`,
		async () => (await page.locator(".view-lines").allInnerTexts()).join("\n").replaceAll("\u00A0", " "),
		(shown) => shown.includes(text),
	);
}

/** Saves what is in front and waits until the file on disk holds a text. */
export async function saveAndRead(workbench: Workbench, name: string, expected: string): Promise<string> {
	await workbench.page.keyboard.press("ControlOrMeta+S");
	return until(
		`“${expected}” in ${name}`,
		() => readFile(join(workbench.folder ?? "", name), "utf8"),
		(text) => text.includes(expected),
	);
}

/** Opens a box by its key. A window that was just opened does not listen to keys yet, so it is pressed until it does. */
async function summonBox(page: Page, key: string): Promise<QuickPick> {
	const box = new QuickPick(page);
	await until(
		`the box of ${key}`,
		async () => {
			await page.keyboard.press(key);
			return box.input.waitFor({ timeout: 2000 }).then(
				() => true,
				() => false,
			);
		},
		(isShown) => isShown,
	);
	return box;
}
