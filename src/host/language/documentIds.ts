import * as vscode from "vscode";
import { findDocumentLanguage } from "../../core/code/ids/documentLanguage.ts";
import { findModelIds } from "../../core/code/ids/findModelIds.ts";
import type { ModelIdUse } from "../../core/code/ids/modelIdUse.ts";

/** A larger text is no code that a person writes. */
const mostCharacters = 2_000_000;

/** The models' IDs in a document, found once for each of its versions. */
export class DocumentIds {
	readonly #known = new WeakMap<
		vscode.TextDocument,
		{ readonly version: number; readonly languageId: string; readonly uses: readonly ModelIdUse[] }
	>();

	find(document: vscode.TextDocument): readonly ModelIdUse[] {
		const { version, languageId } = document;
		const known = this.#known.get(document);
		if (known?.version === version && known.languageId === languageId) {
			return known.uses;
		}
		const uses = findInDocument(document);
		this.#known.set(document, { version, languageId, uses });
		return uses;
	}

	/** The ID at a position, if there is one. */
	findAt(document: vscode.TextDocument, position: vscode.Position): ModelIdUse | undefined {
		const offset = document.offsetAt(position);
		return this.find(document).find(({ start, end }) => start <= offset && offset <= end);
	}
}

/** The language that a document is read in, and whether it is a cell; `undefined` where IDs are not looked for. */
export function readDocumentLanguage(
	document: vscode.TextDocument,
): { readonly languageId: string; readonly isCell: boolean } | undefined {
	const languageId = findDocumentLanguage(document.languageId, document.uri.path);
	return languageId === undefined ? undefined : { languageId, isCell: isCell(document) };
}

/** A span of a document's text as a range. */
export function toRange(
	document: vscode.TextDocument,
	span: { readonly start: number; readonly end: number },
): vscode.Range {
	return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

function isCell(document: vscode.TextDocument): boolean {
	return document.uri.scheme === "vscode-notebook-cell";
}

function findInDocument(document: vscode.TextDocument): readonly ModelIdUse[] {
	const language = readDocumentLanguage(document);
	if (language === undefined) {
		return [];
	}
	const text = document.getText();
	const { languageId, isCell } = language;
	return text.length > mostCharacters ? [] : findModelIds(text, languageId, { isCell });
}
