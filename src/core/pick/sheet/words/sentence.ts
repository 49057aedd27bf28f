import type { Strength } from "../requirement.ts";
import { type ClauseMeaning, readClauseMeaning } from "./clauseMeaning.ts";
import { finite, isDenied, isListed } from "./denial.ts";
import { fixTypos } from "./fixTypos.ts";
import { readHeading } from "./headings.ts";
import { sayInEnglish } from "./sayInEnglish.ts";
import { sayNumbers } from "./sayNumbers.ts";
import { sayUnits } from "./sayUnits.ts";

/** Where words stand in what was typed, and how they are meant there. */
export interface Mention extends Omit<ClauseMeaning, "isSoft"> {
	/** Offset in the sentence's text, and that of what follows. */
	readonly at: number;
	readonly end: number;
	readonly text: string;
	/** What the pattern's groups caught; "" for those that caught nothing. */
	readonly groups: readonly string[];
	/** `prefer` where the clause says that it would be nice, is all right, or is told rather than asked for. */
	readonly strength: Strength;
	/** "not …", "without …", "… is out". */
	readonly isNegated: boolean;
}

interface Place {
	readonly start: number;
	readonly end: number;
}

const longest = 20_000;

/** So far around words, or a clause, it is looked for what is said of them. */
const reach = 60;

/** Ends of clauses: what is said in one is not said of the next. Commas in numbers and points in versions end none. */
const clauseEnd =
	/[;!?\n()]|,(?!\d{3}\b)|\.(?=\s|$)|(?<!\b(?:anything|everything|nothing|all))\s(?:but|although|however|though|while|as long as|provided that)\s|\s[-–—]\s|\sand (?=(?:(?:it|that|they|the model)\s)?(?:must|should|has to|have to|needs? to|ideally|preferably|would|could)\b)/gi;

/** Begins what says more of the clause before. */
const continues = /^\s*(?:and|or|plus|each|both|including)\b|^\s*an? [^,]* or\b/;
const opens =
	/^\s*(?:in|until|till|by|from|next|last|today|now|currently|previously|later|back|at|for now)\b(?:\W+\w+){0,3}\W*$/;

/** JSON as plain fields: its marks say nothing. */
function sayFields(typed: string): string {
	return /^\s*[{[]\s*"/.test(typed) ? typed.replaceAll(/["[\]{}]/g, "") : typed;
}

/** Words that a person typed, with slips of the keyboard mended, split into clauses. */
export class Sentence {
	readonly text: string;
	/** In lower case: patterns that fold case take several times as long to compile. */
	readonly #lower: string;
	readonly #ends: readonly number[];
	/** By clause: most are asked about for one kind of word after another. */
	readonly #meanings = new Map<string, ClauseMeaning | undefined>();

	constructor(typed: string) {
		this.text = sayUnits(
			fixTypos(
				sayNumbers(
					sayInEnglish(sayFields(typed.slice(0, longest)))
						// The one letter whose lower case is longer.
						.replaceAll("\u0130", "I")
						.replaceAll(/\btl\s*;\s*drs?\b/gi, "tldr")
						.replaceAll(/\b(?:e\.\s?g|i\.\s?e|z\.\s?b|p\.\s?ej)\.?(?=[\s,:])/gi, "for example"),
				),
			),
		);
		this.#lower = this.text.toLowerCase();
		this.#ends = [...this.text.matchAll(clauseEnd)].map((match) => match.index);
	}

	/** All places of a global pattern, in order; those that are said not to matter, and that were before, are left out. */
	find(pattern: RegExp): readonly Mention[] {
		const mentions: Mention[] = [];
		for (const match of this.text.matchAll(pattern)) {
			const mention = this.mentionAt(match.index, match[0], match, mentions.at(-1));
			if (mention?.isPast === false) {
				mentions.push(mention);
			}
		}
		return mentions;
	}

	/**
	 * How the words at a place are meant there; `undefined` where they are said not to matter. `previous` are the last words of
	 * the same kind: in a list, what is denied of one is denied of the next.
	 */
	mentionAt(
		at: number,
		text: string,
		groups: readonly (string | undefined)[] = [text],
		previous?: Mention,
	): Mention | undefined {
		const end = at + text.trimEnd().length;
		const clause = this.clauseOf(at, end);
		const meaning = this.#meaningOf(clause);
		const heading = readHeading(this.#lower, at);
		if (meaning === undefined || heading === "idle") {
			return undefined;
		}
		const before = this.#lower.slice(Math.max(clause.start, at - reach), at);
		const isTold = heading !== "denied" && (meaning.isTold || heading === "past" || heading === "now");
		const isNegated =
			// Under "Ruled out:" what is "not in safetensors" is denied, so that safetensors are asked for.
			(heading === "denied") !==
				isDenied({
					before,
					after: this.#lower.slice(end, clause.end),
					next: this.#lower.slice(clause.end, clause.end + reach),
					sentence: this.#sentenceUpTo(at),
					rest: this.#lower.slice(at, clause.end),
				}) ||
			(previous?.isNegated === true && isListed(this.#lower.slice(previous.end, at)));
		return {
			at,
			end,
			text: text.trim(),
			groups: groups.map((each) => each ?? ""),
			strength:
				meaning.isSoft || (meaning.isAdvised && heading !== "denied") || isTold || heading === "soft"
					? "prefer"
					: "must",
			isAdvised: (heading !== "denied" && meaning.isAdvised) || (isTold && !meaning.isSoft),
			isDoubtful: meaning.isDoubtful,
			isTold,
			isPast: heading !== "denied" && (meaning.isPast || heading === "past"),
			isNegated,
			isOfOthers: meaning.isOfOthers,
			isAllowed: meaning.isAllowed,
			isQuestioned: meaning.isQuestioned,
		};
	}

	#meaningOf({ start, end }: Place): ClauseMeaning | undefined {
		const key = `${start} ${end}`;
		if (!this.#meanings.has(key)) {
			const meaning = readClauseMeaning({
				text: this.#lower.slice(start, end),
				lead: this.#leadOf(start - 1) || this.#openingOf(start, end),
				before: this.text[start - 1] === "," ? this.#lower.slice(Math.max(0, start - reach), start - 1) : "",
				after: this.#lower.slice(end, end + reach),
				question: this.text[end] === "?" ? this.#sentenceUpTo(end) : undefined,
			});
			this.#meanings.set(key, meaning);
		}
		return this.#meanings.get(key);
	}

	/** Whether a pattern fits somewhere, and is not denied there. */
	says(pattern: RegExp): boolean {
		return this.find(pattern).some(({ isNegated }) => !isNegated);
	}

	/** The clause around a place. */
	clauseOf(at: number, end: number): Place {
		let start = 0;
		for (const each of this.#ends) {
			if (each >= end) {
				return { start, end: each };
			}
			if (each < at) {
				start = each + 1;
			}
		}
		return { start, end: this.text.length };
	}

	#sentenceUpTo(end: number): string {
		return /(?:[^.;!?\n]|\.(?=\w))*$/.exec(this.#lower.slice(Math.max(0, end - 300), end))?.[0] ?? "";
	}

	#leadOf(opening: number): string {
		return this.text[opening] === "(" ? this.clauseText({ at: opening - 1, end: opening }) : "";
	}

	/** The clause before a comma, where that is read with what follows: "Last year, …", "…, and two T4". */
	#openingOf(start: number, end: number): string {
		if (start < 3 || this.text[start - 1] !== ",") {
			return "";
		}
		const before = this.clauseText({ at: start - 2, end: start - 1 });
		return (continues.test(this.#lower.slice(start, end)) && !finite.test(this.#lower.slice(start, end))) ||
			(opens.test(before) && !finite.test(before))
			? before
			: "";
	}

	/** What a clause says, and what it explains if it stands in parentheses; in lower case. */
	clauseWithLead(place: Pick<Mention, "at" | "end">): string {
		return `${this.#leadOf(this.clauseOf(place.at, place.end).start - 1)} ${this.clauseText(place)}`;
	}

	/** Whether a clause stands in parentheses. */
	isInParentheses({ at, end }: Pick<Mention, "at" | "end">): boolean {
		return this.text[this.clauseOf(at, end).start - 1] === "(";
	}

	/** What a clause says, in lower case. */
	clauseText({ at, end }: Pick<Mention, "at" | "end">): string {
		const clause = this.clauseOf(at, end);
		return this.#lower.slice(clause.start, clause.end);
	}
}
