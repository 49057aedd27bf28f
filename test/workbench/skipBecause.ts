const reasons = new WeakMap<object, string>();

/**
 * Skips the test, or from a `before` hook all tests of its suite, and says why in the report. A test that skips
 * itself without a reason counts as failed.
 * @param context `this` of the test or hook
 */
export function skipBecause(context: Mocha.Context, reason: string): never {
	const runnable = context.test;
	const owner =
		runnable !== undefined && "type" in runnable && runnable.type === "hook" ? runnable.parent : runnable;
	if (owner !== undefined) {
		reasons.set(owner, reason);
	}
	return context.skip();
}

/** The reason given for a skipped test, or for the nearest suite around it. */
export function findSkipReason(test: Mocha.Test): string | undefined {
	const own = reasons.get(test);
	let suite = test.parent;
	while (own === undefined && suite !== undefined) {
		const reason = reasons.get(suite);
		if (reason !== undefined) {
			return reason;
		}
		suite = suite.parent;
	}
	return own;
}
