import type { Frame, Page } from "playwright-core";
import { panelFrame } from "../workbench/openWorkbench.ts";
import { startBestHub } from "./bestHub.ts";
import { runCommand } from "./editor.ts";
import { openSidebar, waitForHubList } from "./sidebar.ts";
import type { SampleOptions } from "./useSample.ts";

export const ecosystemTitle = "State of Open Models";

/** A window for the panel alone, over the largest Hub there is. */
export const ecosystemSample: SampleOptions = {
	start: startBestHub,
	viewport: { width: 1200, height: 800 },
	settings: { "workbench.layoutControl.enabled": false, "window.title": "Open Models" },
};

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
