import type { Page } from "playwright-core";
import { runCommand } from "./editor.ts";
import type { QuickPick } from "./quickPick.ts";
import { until } from "./until.ts";

/** The titles of the pick's three steps. */
export const workloadTitle = "Pick a model: what for?";
export const sheetTitle = "Pick a model: what it must do";
export const candidatesTitle = "Pick a model: Enter inserts its ID";

/** Starts the pick. */
export async function startPick(page: Page, box: QuickPick): Promise<void> {
	await runCommand(page, "Open Models: Pick a Model for This Workload");
	await box.waitFor(workloadTitle);
}

/** Takes what was read from a file as the workload, and waits until the sheet says how many models remain. */
export async function goToSheetOf(file: string, box: QuickPick): Promise<void> {
	await until(
		"what was read",
		() => box.readActive(),
		(active) => active.includes(`${file}:`),
	);
	await box.press("Enter");
	await box.waitFor(sheetTitle);
	await until(
		"the count",
		() => box.readActive(),
		(active) => /^Show the \d candidates, of [\d,]+ models known/.test(active),
	);
}

/** Goes on from the sheet as it is, and gives the ID of the best match, which Enter would insert. */
export async function goToCandidates(box: QuickPick): Promise<string> {
	await box.press("Enter");
	await box.waitFor(candidatesTitle);
	const active = await until(
		"the best match",
		() => box.readActive(),
		(row) => /^[^,]+\/[^,]+,/.test(row),
	);
	return active.slice(0, active.indexOf(","));
}
