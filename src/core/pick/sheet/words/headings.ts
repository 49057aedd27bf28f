import { readClauseTime } from "./clauseTime.ts";

/** What a heading says of all that stands under it. */
export type HeadingMeaning = "denied" | "idle" | "soft" | "past" | "now";

const denied =
	/\b(?:don['’]?t|do not|must ?n[o'’]?t|not (?:allowed|acceptable|ok|okay|permitted|wanted|an option)|avoid|exclu\w+|no[- ]?gos?|unwanted|not wanted|rul\w+ out|dropped|never|forbidden|banned|prohibited|deal[- ]?breakers?|red flags?|(?:black|block|deny)[- ]?list\w*)\b/;
const idle =
	/\b(?:non-?goals?|out of scope|not (?:needed|required|important|in scope|relevant|decided)|(?:don['’]?t|do not) (?:care|matter|need)|irrelevant|ignore|open (?:questions?|points?|issues?)|tbd|undecided|alternatives|rejected|history)\b/;
const soft =
	/\b(?:nice|optional\w*|bonus|wish\w*|prefer\w*|ideal\w*|would|could|stretch|plus|later|future|should have)\b/;

/** "Not allowed: GPL, AGPL": what stands before a colon heads the rest of its sentence. */
const inline = /(?:^|[.,;!?]\s+|\s[-–—]\s+)((?:(?!\s[-–—]\s)[^.,;!?:]){2,60}):\s(?:[^.!?]|\.(?=\w))*$/;

/** What the heading over a place, in its line or above its list, says of it; `text` in lower case. */
export function readHeading(text: string, at: number): HeadingMeaning | undefined {
	const start = text.lastIndexOf("\n", at - 1) + 1;
	const [, own = ""] = inline.exec(text.slice(start, at)) ?? [];
	const heading = `${headingAbove(text, start)} ${own}`;
	return idle.test(heading)
		? "idle"
		: denied.test(heading)
			? "denied"
			: soft.test(heading)
				? "soft"
				: asTold(readClauseTime(heading));
}

/** The line that heads the lines above, up to an empty one. */
function headingAbove(text: string, start: number): string {
	for (let end = start - 1; end > 0; ) {
		const begin = text.lastIndexOf("\n", end - 1) + 1;
		const line = text.slice(begin, end).trim();
		if (line === "" || /:\W*$|^#/.test(line)) {
			return line;
		}
		end = begin - 1;
	}
	return "";
}

function asTold(time: ReturnType<typeof readClauseTime>): HeadingMeaning | undefined {
	return time === "later" ? "soft" : time;
}
