import assert from "node:assert/strict";
import { checkUse } from "../../../../../src/core/code/check/checkUse.ts";
import type { IdKnowledge } from "../../../../../src/core/code/check/idKnowledge.ts";
import { findModelIds } from "../../../../../src/core/code/ids/findModelIds.ts";
import type { Model } from "../../../../../src/core/model/model.ts";

const model: Model = {
	repoId: "mistralai/Name-7B",
	formats: [],
	security: "unknown",
	counters: {},
	readAtMs: 0,
};

function check(id: string, knowledge: IdKnowledge): readonly object[] {
	const [use] = findModelIds(`AutoModel.from_pretrained("${id}")`, "python");
	assert.ok(use, id);
	return checkUse(use, knowledge).map(({ code, ...rest }) => {
		const { id: _id, span: _span, isLikely: _isLikely, ...data } = rest;
		return { code, ...data };
	});
}

describe("what is said of an ID", () => {
	it("is nothing where nothing is known", () => {
		assert.deepEqual(check("mistralai/Name-7B", { kind: "unknown" }), []);
		assert.deepEqual(check("mistralai/Name-7B", { kind: "known", model }), []);
	});

	it("is that it is missing, but not of names that libraries may give a meaning of their own", () => {
		const missing: IdKnowledge = { kind: "missing", mayBePrivate: true };
		assert.deepEqual(check("mistralai/Name-7B", missing), [{ code: "missing", mayBePrivate: true }]);
		assert.deepEqual(check("bert-base-uncased", missing), []);
	});

	it("is how the Hub writes it", () => {
		const known: IdKnowledge = { kind: "known", model };
		assert.deepEqual(check("Mistralai/name-7b", known), [
			{ code: "renamed", canonicalId: "mistralai/Name-7B", isCaseOnly: true },
		]);
		assert.deepEqual(check("mistral-community/Name-7B", known), [
			{ code: "renamed", canonicalId: "mistralai/Name-7B", isCaseOnly: false },
		]);
	});

	it("is nothing of a short name that stands for the same repository", () => {
		const [use] = findModelIds('SentenceTransformer("all-MiniLM-L6-v2")', "python");
		assert.ok(use);
		const repoId = "sentence-transformers/all-MiniLM-L6-v2";
		assert.deepEqual(checkUse(use, { kind: "known", model: { ...model, repoId } }), []);
	});

	it("is that files are gated, unless the token opens them", () => {
		const gated: Model = { ...model, gating: "manual" };
		const known = { kind: "known", model: gated } as const;
		assert.deepEqual(check(model.repoId, known), [{ code: "gated", gating: "manual" }]);
		assert.deepEqual(check(model.repoId, { ...known, hasAccess: false }), [
			{ code: "gated", gating: "manual", hasAccess: false },
		]);
		assert.deepEqual(check(model.repoId, { ...known, hasAccess: true }), []);
	});
});
