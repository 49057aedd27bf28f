const reasons = new WeakMap<object, string>();
const reasonInTitle = /\(skipped: (.+)\)/;

/**
 * Skips the test, or from a `before` hook all tests of its suite, and says why in the report. A test that skips
 * itself without a reason, here or as `(skipped: why)` in the title of its suite, counts as failed.
 * @param context `this` of the test or hook
 */
export function skipBecause(context: Mocha.Context, reason: string): never {
	const runnable = context.test;
	const isHook = runnable !== undefined && "type" in runnable && runnable.type === "hook";
	const owner = isHook ? runnable.parent : runnable;
	if (owner !== undefined) {
		reasons.set(owner, reason);
	}
	return context.skip();
}

/** The reason given for a skipped test, or for the nearest suite around it. */
export function findSkipReason(test: Mocha.Test): string | undefined {
	let owner: Mocha.Test | Mocha.Suite | undefined = test;
	while (owner !== undefined) {
		const reason = reasons.get(owner) ?? reasonInTitle.exec(owner.title)?.[1];
		if (reason !== undefined) {
			return reason;
		}
		owner = owner.parent;
	}
	return undefined;
}
