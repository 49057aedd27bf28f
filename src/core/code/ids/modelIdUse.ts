/** A part of a text, by offsets in UTF-16 units; `end` is the first that is not in it. */
export interface TextSpan {
	readonly start: number;
	readonly end: number;
}

/** A model's ID as it stands somewhere in a text, before its line is counted. */
export interface FoundId extends TextSpan {
	/** As written, without a prefix such as `hf_hub:`. */
	readonly id: string;
	/** Branch, tag or commit that stands beside the ID. */
	readonly revision?: string;
	readonly revisionSpan?: TextSpan;
	/** A file of the repository that is named beside the ID. */
	readonly file?: string;
	/** What stands after the ID's colon: for llama.cpp and Ollama the quantization. */
	readonly variant?: string;
	/**
	 * What makes it an ID: a call with its argument (`from_pretrained`, `LLM.model`), a command (`vllm serve`, `--model`), a
	 * name that it is given to (`model_id`), an address (`huggingface.co`, `hf://`), or `name` where only the ID itself and
	 * its surroundings tell.
	 */
	readonly callSite: string;
	/** The Hub's task that the place asks for, where it says so. */
	readonly task?: string;
	/** `certain`: the place accepts nothing but models. `likely`: names and surroundings say so. */
	readonly confidence: "certain" | "likely";
	/** `comment`: in a comment, a docstring or another text within code. `prose`: in Markdown outside code. */
	readonly place: "code" | "comment" | "prose";
}

/** A model's ID in a text. */
export interface ModelIdUse extends FoundId {
	/** 1-based. */
	readonly line: number;
	/** 1-based, in UTF-16 units. */
	readonly column: number;
}

/** Found IDs of a part of a text, as offsets of the whole. */
export function shiftIds(found: readonly FoundId[], by: number): readonly FoundId[] {
	return by === 0 ? found : found.map((each) => mapIds(each, (offset) => offset + by));
}

/** A found ID with its offsets mapped into another text. */
export function mapIds(found: FoundId, map: (offset: number) => number): FoundId {
	const span = found.revisionSpan;
	return {
		...found,
		start: map(found.start),
		end: map(found.end),
		...(span === undefined ? {} : { revisionSpan: { start: map(span.start), end: map(span.end) } }),
	};
}
