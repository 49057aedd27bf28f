import { setTimeout as delay } from "node:timers/promises";

const deadlineMs = 45_000;
const pollMs = 50;

/**
 * Reads again and again until what was read is right, and gives it.
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
		const value = await read();
		if (isRight(value)) {
			return value;
		}
		if (Date.now() > endMs) {
			throw new Error(`Waited in vain for ${what}. Last seen: ${JSON.stringify(value)}`);
		}
		await delay(pollMs);
	}
}
