import { type FindOptions, findModelIds } from "../findModelIds.ts";
import type { ModelIdUse, TextSpan } from "../modelIdUse.ts";

/** A place in a text where a model's ID is being written. */
export interface CompletionPlace extends TextSpan {
	/** What stands there before the cursor. */
	readonly typed: string;
	/** What takes the ID, as in `ModelIdUse`. */
	readonly callSite: string;
	/** The Hub's task that the place asks for, where it says so. */
	readonly task?: string;
}

/** An ID that is like a model's beyond doubt, put where the cursor is to learn what the place takes. */
const probe = "Qwen/Qwen3-8B";
const longestTyped = 150;
/** Languages in which an ID stands in quotes, so that most keystrokes need no look at the whole text. */
const isQuoted: ReadonlySet<string> = new Set(
	"python javascript javascriptreact typescript typescriptreact json jsonc json5 toml".split(" "),
);
const hubAddress =
	/^\/{0,2}(?:(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com)\/(?:api\/models\/)?)|^\/\/(?!.*\..*\/)/;

/** What was last found out: while someone types an ID, each key asks the same. */
export interface PlaceMemory {
	probed?: string;
	use?: ModelIdUse | undefined;
}

/**
 * Whether a line may have a place for an ID before a character, 0-based: told by the line alone, so that a key costs nothing where
 * there can be none.
 */
export function mayHavePlace(
	line: string,
	character: number,
	languageId: string,
	options: FindOptions = {},
): boolean {
	if (!isQuoted.has(languageId) || options.isCell === true) {
		return true;
	}
	const before = line.slice(0, character);
	// In quotes an ID does not come after a space.
	return /["'`]/.test(before) && !/\s[\w./-]*$/.test(before);
}

/**
 * The place around the cursor, if a model's ID belongs there: found out by putting one in and asking the finder, so that what
 * is completed and what is found are the same places. `undefined` in comments and prose, and where only the ID itself would tell.
 */
export function findCompletionPlace(
	text: string,
	languageId: string,
	offset: number,
	options: FindOptions = {},
	memory: PlaceMemory = {},
): CompletionPlace | undefined {
	const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
	if (!mayHavePlace(text.slice(lineStart, offset), offset - lineStart, languageId, options)) {
		return undefined;
	}
	const runStart = moveWhile(text, offset, -1);
	const run = text.slice(runStart, offset);
	const address = hubAddress.exec(run)?.[0] ?? "";
	const start = runStart + address.length;
	const end = moveWhile(text, offset, 1);
	if (offset - start > longestTyped || /\.\.|^[./]/.test(text.slice(start, offset))) {
		return undefined;
	}
	const quote = text[start - 1] ?? "";
	const isOpen = /["'`]/.test(quote) && !restOfLine(text, end).includes(quote);
	const probed = `${text.slice(0, start)}${probe}${isOpen ? quote : ""}${text.slice(end)}`;
	if (memory.probed !== probed) {
		memory.probed = probed;
		memory.use = findModelIds(probed, languageId, { ...options, isCodeOnly: true }).find(
			(each) => each.start === start && each.id === probe,
		);
	}
	const { use } = memory;
	if (use === undefined || use.callSite === "name") {
		return undefined;
	}
	return {
		start,
		end,
		typed: text.slice(start, offset),
		callSite: use.callSite,
		...(use.task === undefined ? {} : { task: use.task }),
	};
}

function moveWhile(text: string, from: number, step: 1 | -1): number {
	let at = from;
	while (/[\w./-]/.test(text[step === 1 ? at : at - 1] ?? "") && Math.abs(at - from) <= longestTyped * 2) {
		at += step;
	}
	return at;
}

function restOfLine(text: string, from: number): string {
	const end = text.indexOf("\n", from);
	return text.slice(from, end === -1 ? text.length : end);
}
