import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Workbench } from "../workbench/openWorkbench.ts";
import { QuickPick } from "./quickPick.ts";
import { until } from "./until.ts";

/** Runs a command from the palette, by keyboard. */
export async function runCommand(page: Page, title: string): Promise<void> {
	const box = await summonBox(page, "F1");
	await page.keyboard.type(title);
	await until(
		`the command “${title}”`,
		() => box.readActive(),
		(active) => active.startsWith(title),
	);
	await page.keyboard.press("Enter");
}

/** Opens a file of the folder by keyboard and waits until its text is there and has the focus. */
export async function openFile(page: Page, name: string): Promise<void> {
	const box = await summonBox(page, "ControlOrMeta+P");
	await page.keyboard.type(name);
	await until(
		`the file ${name}`,
		() => box.readActive(),
		(active) => active.startsWith(name),
	);
	await page.keyboard.press("Enter");
	await page.locator(".tab.active", { hasText: name }).waitFor();
	await box.waitUntilGone();
}

/** Puts the cursor of the editor in front where it is said, both from 1. */
export async function placeCursor(page: Page, line: number, column: number): Promise<void> {
	const box = await summonBox(page, "Control+G");
	await page.keyboard.type(`${line}:${column}`);
	await page.keyboard.press("Enter");
	await box.waitUntilGone();
	await until(
		`the cursor in line ${line}`,
		() => page.locator(".statusbar").textContent(),
		(text) => text?.includes(`Ln ${line}, Col ${column}`) === true,
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
