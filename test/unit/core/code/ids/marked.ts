import assert from "node:assert/strict";
import { findModelIds } from "../../../../../src/core/code/ids/findModelIds.ts";
import type { ModelIdUse } from "../../../../../src/core/code/ids/modelIdUse.ts";

/**
 * Asserts that the finder finds in a text what stands between `«` and `»`, where it stands, and nothing else. Returns what it
 * found, for what else is to be said of it.
 */
export function expectIds(languageId: string, marked: string): readonly ModelIdUse[] {
	const expected: string[] = [];
	const text = marked.replaceAll(/«([^»]*)»/g, (_, id: string, at: number) => {
		const before = marked.slice(0, at).replaceAll(/[«»]/g, "");
		const line = before.split("\n").length;
		expected.push(`${line}:${before.length - before.lastIndexOf("\n")} ${id}`);
		return id;
	});
	const uses = findModelIds(text, languageId);
	assert.deepEqual(
		uses.map(({ line, column, id }) => `${line}:${column} ${id}`),
		expected,
		text,
	);
	for (const use of uses) {
		assert.equal(text.slice(use.start, use.end), use.id);
	}
	return uses;
}
