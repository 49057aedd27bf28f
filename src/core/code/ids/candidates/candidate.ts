import type { TextSpan } from "../modelIdUse.ts";
import type { CallPlace, ModelCall } from "./callSites.ts";

/** A text with its offsets. */
export interface SpannedText extends TextSpan {
	readonly value: string;
}

/** A text that may be an ID, with its surroundings: what a judge sees, whatever the language. */
export interface Candidate extends SpannedText {
	/** What it is given to, nearest first: arguments, keys, variables, flags. Those of calls around it are among them. */
	readonly names: readonly string[];
	/** Calls around it, nearest first; the first is the one that takes it, where `isArgument`. */
	readonly calls: readonly CallPlace[];
	/** Names that it comes to by other ways, such as the parameter that it is passed to. */
	readonly passedTo: readonly string[];
	/** Elements before it in the same list, nearest first, at most two. */
	readonly before: readonly string[];
	/** What stands beside it under a name, in the same call or object. */
	readonly beside: (names: readonly string[]) => SpannedText | undefined;
	/** It is compared with something, or names something, rather than being given to it. */
	readonly isMention: boolean;
	/** What takes it, where its place alone says so, as after `vllm serve`. */
	readonly taker?: ModelCall;
	readonly place: "code" | "comment" | "prose";
}

/** Nothing beside. */
export function findNothing(): undefined {
	return undefined;
}
