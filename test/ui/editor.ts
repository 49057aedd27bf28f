import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Workbench } from "../workbench/openWorkbench.ts";
import { insist } from "./insist.ts";
import { QuickPick } from "./quickPick.ts";
import { until } from "./until.ts";

const boxPatienceMs = 3000;
const mostPresses = 5;

/** Runs a command from the palette, by keyboard. */
export async function runCommand(page: Page, title: string): Promise<void> {
	await typeIntoBox(page, "F1", title);
}

/** Opens a file of the folder by keyboard and waits until it is in front and takes what is typed. */
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
		() =>
			summonBox(page, key, async (box) => {
				await box.type(key === "F1" ? `>${text}` : text);
				if (!(await box.finds(text))) {
					return false;
				}
				await box.goTo(text);
				await box.press("Enter");
				return true;
			}),
		(isFound) => isFound,
	);
}

/**
 * Puts the cursor of the editor in front where it is said, both from 1, and waits until the window says that it is
 * there and the editor takes what is typed; a tab counts as wide as it is shown.
 */
export async function placeCursor(page: Page, line: number, column: number): Promise<void> {
	const place = `:${line}:${column}`;
	await until(
		`the cursor in line ${line}, column ${column}`,
		async () => {
			await summonBox(page, "Control+G", async (box) => {
				await box.type(place);
				await box.finds("");
				await box.press("Enter");
				return box.goesAway();
			});
			return (await page.locator(".statusbar").textContent()) ?? "";
		},
		(text) => text.includes(`Ln ${line}, Col ${column}`),
	);
	await waitForEditorFocus(page);
}

/** Waits until the code in front takes what is typed. */
export async function waitForEditorFocus(page: Page): Promise<void> {
	await until(
		"the focus in the code",
		() =>
			page.evaluate(() => document.activeElement?.closest(".monaco-editor")?.getAttribute("role") ?? "none"),
		(role) => role === "code",
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
		() => readEditors(page),
		(shown) => shown.includes(text),
	);
}

/** What the editors on the screen show. */
export async function readEditors(page: Page): Promise<string> {
	return (await page.locator(".view-lines").allInnerTexts()).join("\n").replaceAll("\u00A0", " ");
}

/** Saves what is in front until the file on disk holds a text, and gives the file's. */
export async function saveAndRead(workbench: Workbench, name: string, expected: string): Promise<string> {
	return insist(
		`“${expected}” in ${name}`,
		() => workbench.page.keyboard.press("ControlOrMeta+S"),
		() => readFile(join(workbench.folder ?? "", name), "utf8"),
		(text) => text.includes(expected),
	);
}

/**
 * Opens a box by its key and acts in it. A window that was just opened does not listen to keys yet, so it is pressed
 * until it does; a box that goes away under one's hands, or does not do, is left.
 * @returns what the act gives; false when there was no box to act in
 */
async function summonBox(
	page: Page,
	key: string,
	act: (box: QuickPick) => Promise<boolean>,
): Promise<boolean> {
	const box = new QuickPick(page);
	let isShown = false;
	for (let presses = 0; !isShown && presses < mostPresses; presses += 1) {
		await page.keyboard.press(key);
		isShown = await box.input.waitFor({ timeout: boxPatienceMs }).then(
			() => true,
			() => false,
		);
	}
	const isDone = isShown && (await box.whileShown(() => act(box)));
	if (!isDone) {
		await box.leave();
	}
	return isDone;
}
