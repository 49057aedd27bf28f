/** How a model wants its text. */
export interface TextFacts {
	/** Absent: not told. */
	readonly chatTemplate?: string;
	/** By the name that tokenizers give them (`eos_token`); those that are not told are not in it. */
	readonly specialTokens: ReadonlyMap<string, string>;
}
