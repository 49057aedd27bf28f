import type { Frame, Page } from "playwright-core";
import { panelFrame } from "../workbench/openWorkbench.ts";
import { runCommand } from "./editor.ts";
import { QuickPick } from "./quickPick.ts";
import { until } from "./until.ts";

/** Opens a model's panel by its ID, by keyboard, and waits until it shows the model. */
export async function openModel(page: Page, repoId: string): Promise<Frame> {
	const box = new QuickPick(page);
	await until(
		`the row of ${repoId}`,
		async () => {
			await runCommand(page, "Open Models: Show Model…");
			const isFound = await box.whileShown(async () => {
				if (!(await box.comes("Show a model"))) {
					return false;
				}
				await box.type(repoId);
				if (!(await box.becomesActive(`${repoId},`)) && (await box.readActive()) !== repoId) {
					return false;
				}
				await box.press("Enter");
				return true;
			});
			if (!isFound) {
				await box.leave();
			}
			return isFound;
		},
		(isFound) => isFound,
	);
	await box.waitUntilGone();
	return shownPanel(page, repoId);
}

/** The frame of a model's panel, once it shows the model. */
export async function shownPanel(page: Page, repoId: string): Promise<Frame> {
	const frame = await panelFrame(page, repoId);
	await frame.locator("h1").waitFor();
	return frame;
}
