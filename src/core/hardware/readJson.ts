/**
 * The JSON in a tool's output: tools print warnings before it. `undefined` where there is none. Never throws.
 */
export function readJson(stdout: string): unknown {
	const start = stdout.search(/[[{]/);
	for (const text of start < 0 ? [] : [stdout.slice(start), stdout.slice(stdout.indexOf("{", start))]) {
		try {
			return JSON.parse(text);
		} catch {
			// A warning such as "[W] …" may hold the first bracket: try from the first brace.
		}
	}
	return undefined;
}

/** Whether it is an object whose fields can be looked at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The first of the fields that holds a text that is not empty, compared ignoring case. */
export function readText(record: Readonly<Record<string, unknown>>, ...fields: string[]): string | undefined {
	for (const field of fields) {
		const key = Object.keys(record).find((name) => name.toLowerCase() === field.toLowerCase());
		const value = key === undefined ? undefined : record[key];
		const text = typeof value === "number" ? String(value) : value;
		if (typeof text === "string" && text.trim() !== "" && !/^n\/?a$/i.test(text.trim())) {
			return text.trim();
		}
	}
	return undefined;
}
