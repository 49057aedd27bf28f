/**
 * Stands in for `vscode` where the extension's words are used without VS Code: they come in English, as they are
 * written in the code.
 */
export const l10n = {
	t: (message: string, ...values: readonly (string | number | boolean)[]): string =>
		message.replace(/\{(\d+)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole)),
};

/** As in `vscode.env`: numbers and dates are written for this language. */
export const env = { language: "en" };
