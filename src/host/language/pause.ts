import type * as vscode from "vscode";

/** Waits, so that work for one key is not done while the next ones come; whether it is still wanted afterwards. */
export function pause(ms: number, token: vscode.CancellationToken): Promise<boolean> {
	return new Promise((resolve) => {
		const timer = setTimeout(() => finish(true), ms);
		const cancellation = token.onCancellationRequested(() => finish(false));
		function finish(isWanted: boolean): void {
			clearTimeout(timer);
			cancellation.dispose();
			resolve(isWanted && !token.isCancellationRequested);
		}
	});
}
