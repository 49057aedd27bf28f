import * as vscode from "vscode";

const bytesPerGiB = 2 ** 30;
const mostGiB = 100_000;

/** Asks for an amount of memory in GiB and gives it in bytes; `undefined` when the user gave up. */
export async function askForMemory(title: string, nowBytes: number | undefined): Promise<number | undefined> {
	const text = await vscode.window.showInputBox({
		title,
		value: nowBytes === undefined ? "" : String(Number((nowBytes / bytesPerGiB).toFixed(1))),
		validateInput: (value) =>
			readGiB(value) === undefined ? vscode.l10n.t("A number of GiB, such as 12 or 7.5.") : undefined,
	});
	const gib = text === undefined ? undefined : readGiB(text);
	return gib === undefined ? undefined : Math.round(gib * bytesPerGiB);
}

function readGiB(text: string): number | undefined {
	const gib = Number(text.trim().replace(",", "."));
	return text.trim() !== "" && gib > 0 && gib <= mostGiB ? gib : undefined;
}
