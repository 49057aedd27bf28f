/**
 * A result of an evaluation that a model's repository states: by a file of results, or by its card's `model-index`.
 * Mostly its author's own word.
 */
export interface StatedResult {
	/** The data set on the Hub (`openai/gsm8k`), or what the card calls it. */
	readonly benchmark: string;
	/** The part or configuration of it (`main`). */
	readonly part?: string;
	/** What was measured (`accuracy`, `wer`); absent: not said. */
	readonly metric?: string;
	/** In the benchmark's own unit. */
	readonly value: number;
	/** The Hub says that it was run as it should be; else nobody but its author vouches for it. */
	readonly isVerified: boolean;
	/** Where it was published, in the words of whoever stated it. */
	readonly source?: string;
	readonly measuredAtMs?: number;
}
