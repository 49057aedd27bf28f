import type { judgeWhole } from "../../core/fit/judgeWhole.ts";

/** Judges memory, software and speed together. */
export type JudgeWhole = typeof judgeWhole;

/** The judgment with all its tables, which are large: loaded with the first panel that shows a fit. */
export class WholeFitSource {
	readonly #load: () => Promise<{ readonly judgeWhole: JudgeWhole }>;
	#judge: JudgeWhole | undefined;

	constructor(load: () => Promise<{ readonly judgeWhole: JudgeWhole }>) {
		this.#load = load;
	}

	/** The judgment, once it is loaded. */
	get judge(): JudgeWhole | undefined {
		return this.#judge;
	}

	async ensureLoaded(): Promise<void> {
		this.#judge ??= (await this.#load()).judgeWhole;
	}
}
