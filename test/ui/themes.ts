import type { Page } from "playwright-core";
import { runCommand } from "./editor.ts";
import { QuickPick } from "./quickPick.ts";
import { until } from "./until.ts";

/** The themes in which everything is looked at; the README shows the first two. */
export const themes = [
	{ name: "dark", label: "Dark Modern", className: "vs-dark", isShown: true },
	{ name: "light", label: "Light Modern", className: "vs", isShown: true },
	{ name: "hc-dark", label: "Dark High Contrast", className: "hc-black", isShown: false },
	{ name: "hc-light", label: "Light High Contrast", className: "hc-light", isShown: false },
];

/** Chooses a theme as a person does, and waits until the workbench has it. */
export async function changeTheme(page: Page, label: string, className: string): Promise<void> {
	const box = new QuickPick(page);
	await until(
		`the theme ${label}`,
		async () => {
			await runCommand(page, "Preferences: Color Theme");
			await box.finds("");
			await box.type(label);
			const isFound = await box.becomesActive(label);
			if (isFound) {
				await box.press("Enter");
				await box.goesAway();
			}
			await box.leave();
			return isFound;
		},
		(isFound) => isFound,
	);
	await page.locator(`.monaco-workbench.${className}`).waitFor();
}
