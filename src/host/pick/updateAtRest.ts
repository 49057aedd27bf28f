import * as vscode from "vscode";
import { replaceItems } from "../replaceItems.ts";

/**
 * A key that was pressed while the items were computed is still on its way here, and Enter after it would choose
 * something else than what was read: so long nothing may have moved.
 */
const restMs = 150;

/**
 * Shows a picker's items anew after each change, once nobody moves through them; what was reached stays reached.
 * @param list computes the items
 * @param isBusy whether more are expected
 */
export function updateAtRest<Item extends vscode.QuickPickItem>(
	picker: vscode.QuickPick<Item>,
	onDidChange: vscode.Event<void>,
	list: () => readonly Item[],
	isBusy: () => boolean,
): vscode.Disposable {
	let isStale = false;
	let hasMoved = false;
	let isWaiting = false;
	let isDisposed = false;

	async function update(): Promise<void> {
		isStale = true;
		if (isWaiting) {
			return;
		}
		isWaiting = true;
		let items: readonly Item[] = [];
		while (!isDisposed && (isStale || hasMoved)) {
			if (isStale) {
				isStale = false;
				items = list();
			}
			hasMoved = false;
			await new Promise((resolve) => setTimeout(resolve, restMs));
		}
		isWaiting = false;
		if (!isDisposed) {
			replaceItems(picker, items);
			picker.busy = isBusy();
		}
	}

	return vscode.Disposable.from(
		onDidChange(() => void update()),
		picker.onDidChangeActive(() => {
			hasMoved = true;
		}),
		picker.onDidChangeValue(() => {
			isStale = true;
		}),
		{
			dispose: () => {
				isDisposed = true;
			},
		},
	);
}
