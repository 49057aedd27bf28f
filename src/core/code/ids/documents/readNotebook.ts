/** Where a part of a cell's text stands in the file: equally long in both. */
export interface CellSegment {
	readonly textAt: number;
	readonly fileAt: number;
}

/** A cell of a notebook. */
export interface NotebookCell {
	readonly kind: "code" | "markdown";
	readonly text: string;
	/** In order, at least one. */
	readonly segments: readonly CellSegment[];
}

const cellStart = /"cell_type"\s*:\s*"(\w+)"/g;
const sourceKey = /"source"\s*:\s*/;
const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

/**
 * Reads the cells of an .ipynb file from its text, so that places in them can be told in the file. A file that is not whole is
 * read as far as it goes.
 */
export function readNotebook(text: string): { cells: readonly NotebookCell[]; languageId: string } {
	const cells: NotebookCell[] = [];
	const starts = [...text.matchAll(cellStart)].map((match) => ({ at: match.index, kind: match[1] }));
	const taken = new Set<number>();
	for (const [i, { at, kind }] of starts.entries()) {
		const next = starts[i + 1]?.at ?? text.length;
		const sourceAt = findSource(text, at, next, starts[i - 1]?.at ?? 0);
		if (sourceAt === undefined || taken.has(sourceAt) || (kind !== "code" && kind !== "markdown")) {
			continue;
		}
		taken.add(sourceAt);
		cells.push({ kind, ...readSource(text, sourceAt) });
	}
	const languageId =
		/"(?:language_info|kernelspec)"\s*:\s*\{[^{}]*?"(?:language|name)"\s*:\s*"(javascript|typescript|deno)/.test(
			text.slice(-20_000),
		)
			? "typescript"
			: "python";
	return { cells, languageId };
}

/** Where a cell's source begins: after its type, or, where keys stand in another order, before it. */
function findSource(text: string, at: number, next: number, previous: number): number | undefined {
	const after = sourceKey.exec(text.slice(at, next));
	if (after !== null) {
		return at + after.index + after[0].length;
	}
	const before = text.slice(previous, at);
	const key = before.lastIndexOf('"source"');
	const match = key === -1 ? null : sourceKey.exec(before.slice(key));
	return match === null ? undefined : previous + key + match.index + match[0].length;
}

function readSource(text: string, from: number): { text: string; segments: readonly CellSegment[] } {
	const segments: CellSegment[] = [];
	let result = "";
	let at = from;
	const isList = text[at] === "[";
	at += isList ? 1 : 0;
	while (at < text.length) {
		const each = text[at] ?? "";
		if (each === '"') {
			at = readText(at + 1);
			if (!isList) {
				break;
			}
		} else if (each === "," || /\s/.test(each)) {
			at += 1;
		} else {
			break;
		}
	}
	return { text: result, segments: segments.length === 0 ? [{ textAt: 0, fileAt: from }] : segments };

	/** Adds a JSON string to the result; tells where it ends. */
	function readText(start: number): number {
		let i = start;
		let plainAt = start;
		const flush = () => {
			if (i > plainAt) {
				segments.push({ textAt: result.length, fileAt: plainAt });
				result += text.slice(plainAt, i);
			}
		};
		while (i < text.length && text[i] !== '"' && text[i] !== "\n") {
			if (text[i] !== "\\") {
				i += 1;
				continue;
			}
			flush();
			const letter = text[i + 1] ?? "";
			segments.push({ textAt: result.length, fileAt: i });
			if (letter === "u") {
				result += String.fromCharCode(Number.parseInt(text.slice(i + 2, i + 6), 16) || 0xfffd);
				i += 6;
			} else {
				result += escapes[letter] ?? letter;
				i += 2;
			}
			plainAt = i;
		}
		flush();
		return i + 1;
	}
}
