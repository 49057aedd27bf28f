import type { Locator, Page } from "playwright-core";

/** What keeps a press from its goal for so long is best met by another try. */
const timeout = 10_000;

/** Clicks as a person does whose pointer comes from elsewhere: the card that popped up where it rested is not in the way. */
export async function clickAfresh(goal: Locator): Promise<void> {
	await movePointerAway(goal.page());
	await goal.click({ timeout });
}

/** The same for an action that a row shows only while the pointer is over it. */
export async function clickActionAfresh(row: Locator, action: string): Promise<void> {
	await movePointerAway(row.page());
	await row.hover({ timeout });
	await row.getByRole("button", { name: action, exact: true }).click({ timeout });
}

async function movePointerAway(page: Page): Promise<void> {
	const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
	await page.mouse.move(width * 0.75, height * 0.6);
}
