import type { SpannedText } from "../candidates/candidate.ts";
import type { Place } from "./frameStack.ts";
import type { Gifts } from "./gifts.ts";

/** A literal of a program that may be an ID. */
export interface Literal extends SpannedText {
	readonly place: Place;
	readonly isKey: boolean;
}

/** A word that stands for a value: what is done with it, and where. */
export interface ValueWord {
	readonly word: string;
	readonly place: Place;
}

/** What a program says that can be of use in telling IDs from other texts. */
export interface Program {
	readonly literals: readonly Literal[];
	/** Words in calls that take models or data sets. */
	readonly takenWords: readonly ValueWord[];
	readonly gifts: Gifts;
	/** Parameters of what the program defines, by name; of a class those that it is made with. */
	readonly parameters: ReadonlyMap<string, readonly string[]>;
	/** Texts of more than one word: start, end, start, end… */
	readonly texts: readonly number[];
}

/** How the words and marks of a language are read. */
export interface ProgramRules {
	/** Statements end with their lines, as in Python; else with a line that does not go on. */
	readonly endsAtLine: boolean;
	/** `[a.b]` at the beginning of a line names what follows, as in TOML. */
	readonly hasSections: boolean;
}
