import type * as vscode from "vscode";

/** Puts other items into a picker that is shown; what was reached stays reached, where it is among them. */
export function replaceItems<Item extends vscode.QuickPickItem>(
	picker: vscode.QuickPick<Item>,
	items: readonly Item[],
): void {
	const [reached] = picker.activeItems;
	picker.items = items;
	const again = items.filter(({ label }) => label === reached?.label).slice(0, 1);
	if (again.length > 0) {
		picker.activeItems = again;
	}
}
