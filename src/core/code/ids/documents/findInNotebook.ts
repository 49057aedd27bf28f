import { type FoundId, mapIds } from "../modelIdUse.ts";
import type { FindInLanguage } from "./findInMarkdown.ts";
import { type NotebookCell, readNotebook } from "./readNotebook.ts";

/** IDs in the file of a notebook: each cell by its language, with offsets in the file. Outputs are not read. */
export function findInNotebook(text: string, findIn: FindInLanguage): readonly FoundId[] {
	const { cells, languageId } = readNotebook(text);
	return cells.flatMap((cell) => {
		const found =
			cell.kind === "code" ? findInCell(cell.text, languageId, findIn) : findIn(cell.text, "markdown");
		return found.map((each) => mapIds(each, (offset) => toFileOffset(cell, offset)));
	});
}

/** IDs of a code cell: its own language, the shell after `!` and `%%bash`, files written by `%%writefile`. */
export function findInCell(text: string, languageId: string, findIn: FindInLanguage): readonly FoundId[] {
	const magic = /^\s*%%(\w+)([^\n]*)\n/.exec(text);
	const [head = "", name = "", rest = ""] = magic ?? [];
	if (/^(?:bash|sh|shell|script)$/.test(name)) {
		return findIn(blank(head) + text.slice(head.length), "shellscript");
	}
	if (/^(?:javascript|js)$/.test(name)) {
		return findIn(blank(head) + text.slice(head.length), "javascript");
	}
	if (name === "writefile" && /\.ya?ml\s*$/.test(rest)) {
		return findIn(blank(head) + text.slice(head.length), "yaml");
	}
	if (languageId !== "python") {
		return findIn(text, languageId);
	}
	const shell = text.replaceAll(
		/^(\s*)([!%])((?:[^\n\\]|\\[^\n]|\\\n)*)|[^\n]/gm,
		(all, indent?: string, mark?: string, line?: string) =>
			mark === undefined ? " ".repeat(all.length) : `${indent ?? ""} ${line ?? ""}`,
	);
	const code = text.replaceAll(/^\s*[!%](?:[^\n\\]|\\[^\n]|\\\n)*/gm, blank);
	return [...findIn(code, "python"), ...(shell.trim() === "" ? [] : findIn(shell, "shellscript"))];
}

function blank(text: string): string {
	return text.replaceAll(/[^\n]/g, " ");
}

/** The offset in the file of a place in a cell. */
export function toFileOffset(cell: NotebookCell, offset: number): number {
	let low = 0;
	let high = cell.segments.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((cell.segments[middle]?.textAt ?? 0) <= offset) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}
	const segment = cell.segments[low];
	return segment === undefined ? 0 : segment.fileAt + (offset - segment.textAt);
}
