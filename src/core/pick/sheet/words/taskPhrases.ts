import table from "./taskPhrases.json" with { type: "json" };

/** Work, and a phrase that tells it: what is done with what. */
export interface TaskPhrase {
	readonly task: string;
	/** Where the task does not say it. */
	readonly purpose?: string;
	readonly pattern: RegExp;
	/** Words beside which other work is meant. */
	readonly unless?: RegExp;
}

const rows: readonly {
	readonly task: string;
	readonly purpose?: string;
	readonly unless?: string;
	readonly phrases: readonly string[];
}[] = table.tasks;

let phrases: readonly TaskPhrase[] | undefined;

/** All phrases, for text in lower case; later ones say of the same task no more than earlier ones. */
export function listTaskPhrases(): readonly TaskPhrase[] {
	phrases ??= rows.map(({ phrases: all, unless, ...work }) => ({
		...work,
		pattern: new RegExp(all.map(compile).join("|")),
		...(unless === undefined ? {} : { unless: new RegExp(unless) }),
	}));
	return phrases;
}

function compile(phrase: string): string {
	const lists: Readonly<Record<string, string>> = table.lists;
	const words = phrase
		.replaceAll(/\{([a-z]+)\}/g, (all, name: string) => lists[name] ?? all)
		.replaceAll(" ~~ ", "\\b[^.;]{0,60}\\b")
		.replaceAll(" ~ ", "\\s(?:(?!(?:for|from|with|by|using)\\b)[^\\s.;!?]+\\s){0,4}?")
		.replaceAll(/(?<!\[-) /g, "[\\s-]");
	return `\\b(?:${words})(?!\\w)`;
}
