import type { Frame, Page } from "playwright-core";
import { panelFrame } from "../workbench/openWorkbench.ts";
import { runCommand } from "./editor.ts";
import { QuickPick } from "./quickPick.ts";
import { openSidebar } from "./sidebar.ts";
import { until } from "./until.ts";

/** Opens a model's panel by its ID, by keyboard, and waits until it shows the model. */
export async function openModel(page: Page, repoId: string): Promise<Frame> {
	const box = new QuickPick(page);
	await runCommand(page, "Open Models: Show Model…");
	await box.waitFor("Show a model");
	await page.keyboard.type(repoId);
	await until(
		`the row of ${repoId}`,
		() => box.readActive(),
		(active) => active === repoId || active.startsWith(`${repoId},`),
	);
	await page.keyboard.press("Enter");
	await box.waitUntilGone();
	return shownPanel(page, repoId);
}

/** The frame of a model's panel, once it shows the model. */
export async function shownPanel(page: Page, repoId: string): Promise<Frame> {
	const frame = await panelFrame(page, repoId);
	await frame.locator("h1").waitFor();
	return frame;
}

/** Opens a panel by a press on its row. */
export async function openFromSidebar(page: Page, name: string, repoId: string): Promise<Frame> {
	await openSidebar(page);
	await page.locator(`.monaco-list-row .monaco-icon-label[aria-label="${name}"]`).first().click();
	return shownPanel(page, repoId);
}
