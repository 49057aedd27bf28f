const pollMs = 20;

/**
 * Waits until something is so, and gives it.
 * @param what named in the failure
 * @param read gives `undefined` or `false` while it is not so yet; what it throws counts as not yet, too
 * @throws when it is not so by the deadline
 */
export async function until<T>(
	what: string,
	read: () => T | undefined | false | Promise<T | undefined | false>,
	deadlineMs = 60_000,
): Promise<T> {
	const endAtMs = Date.now() + deadlineMs;
	let last: unknown;
	for (;;) {
		try {
			const value = await read();
			if (value !== undefined && value !== false) {
				return value;
			}
			last = value;
		} catch (error) {
			last = error;
		}
		if (Date.now() > endAtMs) {
			throw new Error(`Not within ${deadlineMs / 1000} s: ${what} (last: ${String(last)})`);
		}
		await new Promise((resolve) => setTimeout(resolve, pollMs));
	}
}
