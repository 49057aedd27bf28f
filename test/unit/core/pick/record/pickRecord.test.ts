import assert from "node:assert/strict";
import type { Model } from "../../../../../src/core/model/model.ts";
import { pickCandidates } from "../../../../../src/core/pick/pickCandidates.ts";
import { createRecord } from "../../../../../src/core/pick/record/createRecord.ts";
import { findChanges } from "../../../../../src/core/pick/record/findChanges.ts";
import { type PickRecord, parseRecord } from "../../../../../src/core/pick/record/pickRecord.ts";
import { needsOfSheet } from "../../../../../src/core/pick/sheet/needsOfSheet.ts";
import type { RequirementSheet } from "../../../../../src/core/pick/sheet/requirement.ts";
import { card, input, model, nowMs } from "../pickFixture.ts";

const sheet: RequirementSheet = {
	requirements: [
		{ kind: "task", value: "text-generation", strength: "must", from: { file: "serve.py", line: 14 } },
		{ kind: "license", value: ["permissive"], strength: "must", from: "policy" },
		{ kind: "target", value: { id: "card" }, strength: "must", from: "user" },
	],
};
const targets = [card(24)];
const models = [
	{ ...model("a/large-14b", { billions: 14 }), hubId: "1", revision: "aaaa" },
	{ ...model("b/small-3b", { billions: 3, months: 20 }), hubId: "2", revision: "bbbb" },
	model("c/terms-7b", { license: "gemma" }),
];

function answer(known: readonly Model[]) {
	const context = { ...input(known), needs: needsOfSheet(sheet, targets) };
	return { context, result: pickCandidates(context) };
}

function record(): PickRecord {
	const made = createRecord({
		sheet,
		result: answer(models).result,
		choice: models[0] as Model,
		targets,
		source: "hub",
		asOfMs: nowMs,
		nowMs,
	});
	assert.ok(made);
	return made;
}

function changesAfter(known: readonly Model[]) {
	const { context, result } = answer(known);
	return findChanges(record(), result, context, (id) =>
		known.find((each) => each.hubId === id || each.repoId === id),
	);
}

const with1 = (change: Partial<Model>) =>
	models.map((each, at) => (at === 0 ? { ...each, ...change } : each));

describe("the record of a choice", () => {
	it("holds what was asked for, what was chosen, what else there was, and who was out and why", () => {
		const { choice, alternatives, leftOut, trail, data } = record();
		assert.equal(choice.repoId, "a/large-14b");
		assert.equal(choice.revision, "aaaa");
		assert.deepEqual(choice.license, { id: "apache-2.0" });
		assert.deepEqual(choice.obligations, ["notice", "stateChanges"]);
		assert.equal(choice.verdicts[0]?.target, "Card");
		assert.equal(choice.verdicts[0]?.answer, "fits");
		assert.deepEqual(
			alternatives.map(({ repoId }) => repoId),
			["b/small-3b"],
		);
		assert.deepEqual(leftOut, [{ repoId: "c/terms-7b", need: "license", isUnknown: false }]);
		assert.deepEqual(trail[0], { need: "license", left: 2 });
		assert.deepEqual(data, { models: 3, source: "hub", asOf: new Date(nowMs).toISOString() });
	});

	it("is read from JSON, and from Markdown that holds it, as it was written", () => {
		const made = record();
		const json = JSON.stringify(made, undefined, "\t");
		assert.deepEqual(parseRecord(json), made);
		assert.deepEqual(
			parseRecord(`# Choice\n\n\`\`\`json\n{}\n\`\`\`\n\n\`\`\`json\n${json}\n\`\`\`\n`),
			made,
		);
	});

	it("is not read from anything else, nor from a later version", () => {
		assert.equal(parseRecord("no record"), undefined);
		assert.equal(parseRecord("{}"), undefined);
		assert.equal(parseRecord(JSON.stringify({ ...record(), version: 99 })), undefined);
		assert.equal(parseRecord(JSON.stringify({ ...record(), choice: { repoId: 3 } })), undefined);
	});
});

describe("picking again", () => {
	it("says nothing where nothing has changed", () => {
		assert.deepEqual(changesAfter(models), []);
	});

	it("says that a license and a revision have changed", () => {
		assert.deepEqual(changesAfter(with1({ license: { id: "mit", origin: "tag" }, revision: "cccc" })), [
			{ kind: "license", from: "apache-2.0", to: "mit" },
			{ kind: "revision", from: "aaaa", to: "cccc" },
		]);
	});

	it("says which requirement the choice fails now", () => {
		assert.deepEqual(changesAfter(with1({ license: { id: "gemma", origin: "tag" } })), [
			{ kind: "fails", need: "license", isUnknown: false },
			{ kind: "license", from: "apache-2.0", to: "gemma" },
		]);
	});

	it("finds a renamed model by what does not change, and says when it is gone", () => {
		assert.deepEqual(changesAfter(with1({ repoId: "a/renamed-14b" })), [
			{ kind: "renamed", repoId: "a/renamed-14b" },
		]);
		assert.deepEqual(changesAfter(models.slice(1)), [{ kind: "gone" }]);
	});

	it("names who stands before it now", () => {
		const changes = changesAfter([...models, model("d/better-16b", { billions: 16, months: 0 })]);
		assert.deepEqual(changes, [
			{ kind: "place", from: 1, to: 2 },
			{ kind: "ahead", repoId: "d/better-16b" },
		]);
	});
});
