import { HubError } from "./hubError.ts";

interface Flight<T> {
	readonly result: Promise<T>;
	readonly controller: AbortController;
	waiting: number;
}

/** Lets callers that ask for the same thing at the same time share one answer. */
export class SharedFlights<T> {
	readonly #flights = new Map<string, Flight<T>>();

	/**
	 * Joins the running flight of this key, or starts one. The flight is aborted when its last caller has left.
	 * @throws HubError `cancelled` as soon as the caller's own signal is aborted.
	 */
	join(key: string, signal: AbortSignal | undefined, start: (signal: AbortSignal) => Promise<T>): Promise<T> {
		if (signal?.aborted === true) {
			return Promise.reject(new HubError("cancelled", "Cancelled before it began."));
		}
		const flight = this.#flights.get(key) ?? this.#launch(key, start);
		flight.waiting += 1;
		return new Promise((resolve, reject) => {
			const leave = (): void => {
				flight.waiting -= 1;
				if (flight.waiting === 0) {
					this.#forget(key, flight);
					flight.controller.abort();
				}
				reject(new HubError("cancelled", "Cancelled by the caller."));
			};
			signal?.addEventListener("abort", leave, { once: true });
			flight.result.then(resolve, reject).finally(() => signal?.removeEventListener("abort", leave));
		});
	}

	#launch(key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> {
		const controller = new AbortController();
		const flight: Flight<T> = { result: start(controller.signal), controller, waiting: 0 };
		this.#flights.set(key, flight);
		const land = (): void => this.#forget(key, flight);
		flight.result.then(land, land);
		return flight;
	}

	#forget(key: string, flight: Flight<T>): void {
		if (this.#flights.get(key) === flight) {
			this.#flights.delete(key);
		}
	}
}
