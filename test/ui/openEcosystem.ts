import type { Frame, Page } from "playwright-core";
import { panelFrame } from "../workbench/openWorkbench.ts";
import { runCommand } from "./editor.ts";
import { openSidebar, waitForHubList } from "./sidebar.ts";

export const ecosystemTitle = "State of Open Models";

/** Questions that the panel answers, each with a chart. */
export const answers = 15;

/** Opens the panel over the Hub's list. */
export async function openEcosystem(page: Page): Promise<Frame> {
	await openSidebar(page);
	await waitForHubList(page);
	await runCommand(page, "Open Models: Show the State of Open Models");
	return shownEcosystem(page);
}

/** The panel's frame, once it shows its answers: it begins anew each time it is brought to the front. */
export async function shownEcosystem(page: Page): Promise<Frame> {
	const frame = await panelFrame(page, ecosystemTitle);
	await frame
		.locator("figure.answer")
		.nth(answers - 1)
		.waitFor();
	return frame;
}
