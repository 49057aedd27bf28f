/** Fails the test unless the condition holds. A web worker has no `node:assert`. */
export function check(condition: boolean, failure: string): asserts condition {
	if (!condition) {
		throw new Error(failure);
	}
}
