import assert from "node:assert/strict";
import type { Frame, Locator, Page } from "playwright-core";
import { insist } from "./insist.ts";

/** More stops than any panel has. */
const mostStops = 300;

/** Goes from a panel's name to one of its controls by Tab alone, as a person without a pointer does. */
export async function tabTo(page: Page, frame: Frame, control: Locator): Promise<void> {
	await insist(
		"the focus on the panel's name",
		() => frame.locator("h1").first().focus(),
		() => frame.evaluate(() => document.activeElement?.tagName),
		(tag) => tag === "H1",
	);
	for (let stops = 0; stops < mostStops; stops++) {
		await page.keyboard.press("Tab");
		if (await hasFocus(control)) {
			return;
		}
	}
	assert.fail(`Tab does not lead to ${control}.`);
}

/** Whether a control has the focus. */
export function hasFocus(control: Locator): Promise<boolean> {
	return control.evaluate((element) => element === element.ownerDocument.activeElement);
}
