import { findInProse, mayHoldIds } from "../documents/findInProse.ts";
import { findHubAddresses } from "../documents/hubAddresses.ts";
import type { FoundId } from "../modelIdUse.ts";
import { findInCode, type ProgramLanguage, type TextUses } from "./findInCode.ts";

/** IDs in Python, JavaScript, TypeScript, JSON and TOML: in code, in comments and docstrings, in addresses. */
export function findInProgram(text: string, language: ProgramLanguage): readonly FoundId[] {
	const { found, comments, texts, uses } = findInCode(text, language);
	const isData = language === "json" || language === "toml";
	return [
		...found,
		...findHubAddresses(text, "code").map((each) => markPlace(each, comments)),
		...findInSpans(text, comments, language, uses),
		...(isData ? [] : findInSpans(text, texts, language, uses)),
	];
}

/** Neighboring comments are read as one text. */
function findInSpans(
	text: string,
	spans: readonly number[],
	language: ProgramLanguage,
	uses: TextUses,
): readonly FoundId[] {
	const found: FoundId[] = [];
	for (let i = 0; i < spans.length; i += 2) {
		const start = spans[i] ?? 0;
		let end = spans[i + 1] ?? start;
		while (i + 2 < spans.length && isNextLine(text, end, spans[i + 2] ?? 0)) {
			i += 2;
			end = spans[i + 1] ?? end;
		}
		const part = text.slice(start, end);
		if (mayHoldIds(part)) {
			found.push(...findInProse(part, start, language === "script" ? "script" : "python", uses));
		}
	}
	return found;
}

function isNextLine(text: string, end: number, next: number): boolean {
	return next > end && next - end < 200 && /^\s*(?:#|\/\/)$/.test(text.slice(end, next));
}

function markPlace(found: FoundId, comments: readonly number[]): FoundId {
	let low = 0;
	let high = comments.length / 2 - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const start = comments[middle * 2] ?? 0;
		if (found.start < start) {
			high = middle - 1;
		} else if (found.start >= (comments[middle * 2 + 1] ?? 0)) {
			low = middle + 1;
		} else {
			return { ...found, place: "comment" };
		}
	}
	return found;
}
