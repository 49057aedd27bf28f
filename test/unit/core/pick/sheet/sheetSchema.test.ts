import assert from "node:assert/strict";
import { listOfKind, type RequirementSheet } from "../../../../../src/core/pick/sheet/requirement.ts";
import { sheetOfNeeds } from "../../../../../src/core/pick/sheet/sheetOfNeeds.ts";
import { parseRequirement, parseSheet } from "../../../../../src/core/pick/sheet/sheetSchema.ts";
import { findPreset } from "../../../../../src/core/pick/workloads.ts";

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

describe("needs as a sheet", () => {
	it("name each requirement as a must, and what passes without being known", () => {
		const preset = findPreset("summarize");
		assert.deepEqual(
			sheetOfNeeds(
				{
					tasks: ["summarization", "text-generation"],
					licenses: [{ ids: ["mit"], classes: ["permissive"] }],
					languages: ["pl", "de"],
					contextTokens: 16_384,
					targets: [
						{
							id: "preset:rtx-4090",
							name: "GeForce RTX 4090",
							vendor: "nvidia",
							devices: [{ name: "GeForce RTX 4090", vendor: "nvidia", memoryBytes: 24 * 1024 ** 3 }],
							origin: "preset",
						},
					],
					gatedOk: false,
					includeUnknown: ["context"],
				},
				preset,
				(kind) => (kind === "license" ? "default" : "user"),
			).requirements.map(({ kind, value, strength, from, acceptsUnknown }) => [
				kind,
				value,
				strength,
				from,
				acceptsUnknown ?? false,
			]),
			[
				["task", "summarization", "must", "user", false],
				["purpose", "summarize", "prefer", "user", false],
				["language", "pl", "must", "user", false],
				["language", "de", "must", "user", false],
				["contextLength", 16_384, "must", "user", true],
				["license", ["mit", "permissive"], "must", "default", false],
				["gated", false, "must", "user", false],
				[
					"target",
					{
						id: "preset:rtx-4090",
						vendor: "nvidia",
						device: "GeForce RTX 4090",
						memoryBytes: 24 * 1024 ** 3,
					},
					"must",
					"user",
					false,
				],
			],
		);
	});
});
