import type { Model } from "../model/model.ts";
import type { Lock } from "../policy/lock.ts";
import { findPins } from "../policy/lock.ts";

/** What the lock knows of a model, for when the Hub cannot be asked: its license as of the pin, and no more. */
export function findModelOfPin(lock: Lock | undefined, repoId: string): Model | undefined {
	const pin = lock && findPins(lock, repoId).at(-1);
	if (pin === undefined) {
		return undefined;
	}
	return {
		repoId: pin.id,
		formats: [],
		security: "unknown",
		counters: {},
		readAtMs: Date.parse(pin.date),
		revision: pin.revision,
		...(pin.hubId === undefined ? {} : { hubId: pin.hubId }),
		...(pin.license === undefined ? {} : { license: { ...pin.license, origin: "card" } }),
	};
}
