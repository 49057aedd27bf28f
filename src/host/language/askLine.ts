import { isHubError } from "../../core/hub/hubError.ts";
import { logProblem } from "../errors.ts";
import type { Log } from "../log.ts";

/** What nobody asked for may take this much of the Hub's window of five minutes, in which an anonymous caller has 500. */
const windowMs = 300_000;
const mostInWindow = 40;
const together = 2;
/** One that cannot be reached now is not asked again for each ID in the line. */
const failurePauseMs = 60_000;

/** `idle`: only when nothing else is waited for. */
export type Urgency = "soon" | "idle";

/** IDs that wait for the Hub in the background: a few requests at a time, and few enough in all. */
export class AskLine {
	readonly #answer: (id: string, urgency: Urgency) => Promise<void>;
	readonly #log: Log;
	readonly #waiting: Readonly<Record<Urgency, Set<string>>> = { soon: new Set(), idle: new Set() };
	readonly #askedAtMs: number[] = [];
	#running = 0;
	#generation = 0;
	#isPaused = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param answer asks for an ID; one for which the Hub fails stands in the line again after a pause */
	constructor(answer: (id: string, urgency: Urgency) => Promise<void>, log: Log) {
		this.#answer = answer;
		this.#log = log;
	}

	/** Lets an ID wait until the next `work`. */
	add(id: string, urgency: Urgency): void {
		this.#waiting[urgency].add(id);
	}

	/** Takes out of the line whom nobody wants any more. */
	keep(urgency: Urgency, isWanted: (id: string) => boolean): void {
		for (const id of this.#waiting[urgency]) {
			if (!isWanted(id)) {
				this.#waiting[urgency].delete(id);
			}
		}
	}

	/** Counts a request, whoever asked for it. */
	noteRequest(): void {
		this.#askedAtMs.push(Date.now());
	}

	/** Asks for those who wait, as far as there is room. */
	work(): void {
		while (this.#running < together && !this.#isPaused) {
			const urgency = this.#waiting.soon.size > 0 ? "soon" : "idle";
			const [id] = this.#waiting[urgency];
			if (id === undefined) {
				return;
			}
			const waitMs = this.#readWaitMs();
			if (waitMs > 0) {
				this.#pause(waitMs);
				return;
			}
			this.#waiting[urgency].delete(id);
			this.#running += 1;
			void this.#run(id, urgency).finally(() => {
				this.#running -= 1;
				this.work();
			});
		}
	}

	/** Nobody waits, and nothing was asked: it is another Hub. */
	clear(): void {
		this.#generation += 1;
		this.#waiting.soon.clear();
		this.#waiting.idle.clear();
		this.#askedAtMs.length = 0;
		clearTimeout(this.#timer);
		this.#isPaused = false;
	}

	async #run(id: string, urgency: Urgency): Promise<void> {
		const generation = this.#generation;
		try {
			await this.#answer(id, urgency);
		} catch (error) {
			if (isHubError(error) && generation === this.#generation) {
				this.add(id, urgency);
				this.#pause(Math.max(error.retryAfterMs ?? 0, failurePauseMs));
			}
			logProblem(error, this.#log);
		}
	}

	#readWaitMs(): number {
		const now = Date.now();
		while (now - (this.#askedAtMs[0] ?? now) > windowMs) {
			this.#askedAtMs.shift();
		}
		const [oldest] = this.#askedAtMs;
		return oldest === undefined || this.#askedAtMs.length < mostInWindow ? 0 : oldest + windowMs - now;
	}

	#pause(waitMs: number): void {
		this.#isPaused = true;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.#isPaused = false;
			this.work();
		}, waitMs);
	}
}
