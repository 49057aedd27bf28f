import { setTimeout as delay } from "node:timers/promises";

/** Far more than anything takes on a machine that is three times as slow as ours, and less than a test may take. */
const deadlineMs = 100_000;
const pollMs = 50;

/**
 * Reads again and again until what was read is right, and gives it. What reading throws counts as not yet, too: a busy
 * window takes away what one is about to press or read.
 * @param what is waited for, in words, for the report
 * @throws when the deadline passes first, with what was read last
 */
export async function until<Value>(
	what: string,
	read: () => Promise<Value> | Value,
	isRight: (value: Value) => boolean,
): Promise<Value> {
	const endMs = Date.now() + deadlineMs;
	for (;;) {
		let seen: string;
		let cause: unknown;
		try {
			const value = await read();
			if (isRight(value)) {
				return value;
			}
			seen = JSON.stringify(value);
		} catch (error) {
			seen = String(error);
			cause = error;
		}
		if (Date.now() > endMs) {
			throw new Error(`Waited in vain for ${what}. Last seen: ${seen}`, { cause });
		}
		await delay(pollMs);
	}
}
