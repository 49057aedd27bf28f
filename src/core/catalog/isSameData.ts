/** Whether two values of plain data (no cycles) are the same; an absent field and an undefined one are. */
export function isSameData(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) {
		return true;
	}
	if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) {
		return false;
	}
	for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
		if (!isSameData(a[key], b[key])) {
			return false;
		}
	}
	return true;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null;
}
