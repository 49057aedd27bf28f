import { setTimeout as delay } from "node:timers/promises";
import { until } from "./until.ts";

/** Long enough that what was done is not done twice only because its effect is late: twice can be undone. */
const patienceMs = 12_000;
const pollMs = 50;

/**
 * Does something until what is read is right, and gives that: a busy window may not listen yet, or draw a row anew
 * under the pointer; a person sees that nothing has happened, and does it again. So it must do no harm a second time.
 * It is not done at all when all is right already.
 * @param what is waited for, in words, for the report
 * @throws when the deadline of `until` passes first, with what was read last
 */
export async function insist<Value>(
	what: string,
	act: () => Promise<unknown>,
	read: () => Promise<Value> | Value,
	isRight: (value: Value) => boolean,
): Promise<Value> {
	const now = await read();
	if (isRight(now)) {
		return now;
	}
	return until(
		what,
		async () => {
			await act();
			return settle(read, isRight);
		},
		isRight,
	);
}

/** Reads until it is right, for as long as a person would wait before trying again. */
async function settle<Value>(
	read: () => Promise<Value> | Value,
	isRight: (value: Value) => boolean,
): Promise<Value> {
	const endMs = Date.now() + patienceMs;
	for (;;) {
		const value = await read();
		if (isRight(value) || Date.now() > endMs) {
			return value;
		}
		await delay(pollMs);
	}
}
