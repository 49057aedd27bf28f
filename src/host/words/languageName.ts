import * as vscode from "vscode";

const names = new Intl.DisplayNames(vscode.env.language, { type: "language", fallback: "code" });

/** A language's name in the reader's language, with its code. */
export function nameLanguage(code: string): string {
	try {
		const name = names.of(code);
		return name && name !== code ? `${name} (${code})` : code;
	} catch {
		return code;
	}
}
