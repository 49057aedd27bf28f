/** A slice of work ends after so long, so that what the person does is answered. */
const sliceMs = 10;

/** What long work needs of its host to let others run. */
export interface Turns {
	/** Milliseconds from any start; fractions are welcome. */
	nowMs(): number;
	/** Ends when it is this work's turn again. */
	pause(): Promise<void>;
}

/** Ends slices: work asks it now and then whether it is time. */
export class Pacer {
	readonly #turns: Turns;
	#startedMs: number;

	constructor(turns: Turns) {
		this.#turns = turns;
		this.#startedMs = turns.nowMs();
	}

	/** Lets others run if the slice was long enough; cheap otherwise. */
	async rest(): Promise<void> {
		if (this.#turns.nowMs() - this.#startedMs >= sliceMs) {
			await this.#turns.pause();
			this.#startedMs = this.#turns.nowMs();
		}
	}
}
