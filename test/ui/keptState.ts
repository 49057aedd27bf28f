import type { Page } from "playwright-core";
import { insist } from "./insist.ts";

/**
 * Turns to another window and back until VS Code has kept what is said of this one's editors: it does so whenever its
 * window is left, and in time for a reload only then.
 * @param isKept is given the editors with their states, as JSON without the escapes of what is nested
 */
export async function leaveWindowUntil(
	page: Page,
	what: string,
	isKept: (editors: string) => boolean,
): Promise<void> {
	await insist(
		`${what} kept`,
		async () => {
			const other = await page.context().newPage();
			await other.bringToFront();
			await other.close();
			await page.bringToFront();
		},
		() => readKeptEditors(page),
		isKept,
	);
}

/** What the window's own storage holds of its editors. */
async function readKeptEditors(page: Page): Promise<string> {
	const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ""));
	const own = names.filter((name) => name.startsWith("vscode-web-state-db"));
	const kept = await Promise.all(own.map((name) => page.evaluate(readEditorsOf, name)));
	return kept.join("\n").replaceAll("\\", "");
}

/** Runs in the page. */
function readEditorsOf(name: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open(name);
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const database = opening.result;
			const reading = database
				.transaction("ItemTable")
				.objectStore("ItemTable")
				.get("memento/workbench.parts.editor");
			reading.onerror = () => reject(reading.error);
			reading.onsuccess = () => {
				database.close();
				resolve(String(reading.result ?? ""));
			};
		};
	});
}
