import assert from "node:assert/strict";
import { listOfKind, type RequirementSheet } from "../../../../../src/core/pick/sheet/requirement.ts";
import { parseRequirement, parseSheet } from "../../../../../src/core/pick/sheet/sheetSchema.ts";

const sheet: RequirementSheet = {
	requirements: [
		{ kind: "task", value: "summarization", strength: "must", from: "text", excerpt: "summarize" },
		{ kind: "language", value: "pl", strength: "prefer", from: { file: "app/main.py", line: 14 } },
		{ kind: "target", value: { vendor: "amd", memoryBytes: 8 * 1024 ** 3 }, strength: "must", from: "text" },
		{ kind: "license", value: ["apache-2.0"], strength: "must", from: "policy" },
		{ kind: "parameters", value: { max: 7e9 }, strength: "must", from: "user", acceptsUnknown: true },
		{ kind: "gated", value: false, strength: "must", from: "default" },
	],
};

describe("a requirement sheet", () => {
	it("comes back from JSON as it was", () => {
		assert.deepEqual(parseSheet(JSON.parse(JSON.stringify(sheet))), sheet);
	});

	it("leaves out what is no requirement, and keeps the rest", () => {
		const [task] = sheet.requirements;
		const requirements = [
			task,
			{ kind: "license", value: [], strength: "must", from: "text" },
			{ kind: "contextLength", value: "16k", strength: "must", from: "text" },
			{ kind: "gated", value: true, strength: "must", from: "text" },
			{ kind: "parameters", value: {}, strength: "must", from: "text" },
			{ kind: "color", value: "red", strength: "must", from: "text" },
			{ kind: "batch", value: 8, strength: "should", from: "text" },
			{ kind: "batch", value: 8, strength: "must", from: { file: "a.py", line: 0 } },
			null,
		];
		assert.deepEqual(parseSheet({ requirements }), { requirements: [task] });
		assert.equal(parseSheet({ rows: [] }), undefined);
		assert.equal(parseRequirement("task"), undefined);
	});

	it("is asked by kind", () => {
		assert.deepEqual(
			listOfKind(sheet, "license").map(({ value }) => value),
			[["apache-2.0"]],
		);
		assert.deepEqual(listOfKind(sheet, "safety"), []);
	});
});
