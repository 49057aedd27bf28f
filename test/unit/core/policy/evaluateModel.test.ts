import assert from "node:assert/strict";
import type { Verdict } from "../../../../src/core/fit/verdict.ts";
import type { DeclaredLicense, Model } from "../../../../src/core/model/model.ts";
import { evaluateModel, type ModelFacts, type Rules } from "../../../../src/core/policy/evaluateModel.ts";
import type { Lock } from "../../../../src/core/policy/lock.ts";
import { parsePolicy } from "../../../../src/core/policy/parsePolicy.ts";

const today = "2026-11-21";
const commit = "a".repeat(40);
const otherCommit = "b".repeat(40);
const apache: DeclaredLicense = { id: "apache-2.0", origin: "tag" };
const llama: DeclaredLicense = { id: "llama3.1", origin: "tag" };
const nonCommercial: DeclaredLicense = { id: "cc-by-nc-4.0", origin: "tag" };

function model(fields: Partial<Model> = {}): Model {
	return {
		repoId: "acme/reader",
		formats: ["safetensors"],
		security: "unknown",
		counters: {},
		readAtMs: 0,
		license: apache,
		gating: "open",
		...fields,
	};
}

function known(fields: Partial<Model> = {}, facts: object = {}): ModelFacts {
	return { status: "known", model: model(fields), ...facts };
}

function rules(policy: object = {}, lock?: Lock): Rules {
	const { policy: parsed, problems } = parsePolicy(JSON.stringify(policy));
	assert.deepEqual(problems, []);
	return { policy: parsed, today, ...(lock ? { lock } : {}) };
}

/** Codes with their severities, of a use that is pinned beside its ID. */
function find(facts: ModelFacts, held: Rules = rules(), id = "acme/reader"): string[] {
	return evaluateModel({ id, revision: commit }, facts, held).map(
		({ code, severity, exception }) => `${code} ${severity}${exception ? " excepted" : ""}`,
	);
}

describe("what is found about a model", () => {
	it("is nothing for one that is open, licensed and pinned", () => {
		assert.deepEqual(find(known()), []);
	});

	it("is that the Hub does not know it, and nothing else", () => {
		assert.deepEqual(find({ status: "missing" }), ["notFound error"]);
	});

	it("is nothing but pins and owners for one that was not read", () => {
		const policy = rules({ licenses: { allowClasses: ["permissive"] }, organizations: { forbid: ["Acme"] } });
		assert.deepEqual(find({ status: "unread" }, policy), ["organizationForbidden error"]);
		const codes = evaluateModel({ id: "acme/reader" }, { status: "unread" }, rules()).map(({ code }) => code);
		assert.deepEqual(codes, ["notPinned"]);
	});

	it("tells another name or case", () => {
		const [finding] = evaluateModel({ id: "Acme/Reader", revision: commit }, known(), rules());
		assert.deepEqual(finding, { code: "renamed", to: "acme/reader", severity: "warning" });
	});

	it("tells how its files can harm", () => {
		const facts = known({ formats: ["pytorch"], hasCustomCode: true, security: "issues", gating: "manual" });
		assert.deepEqual(find(facts), [
			"gated hint",
			"unsafeWeights hint",
			"customCode hint",
			"securityIssues warning",
		]);
		assert.deepEqual(find(known({ formats: ["pytorch", "safetensors"] })), []);
	});

	describe("about its license", () => {
		it("follows classes and ids of the policy", () => {
			const permissive = rules({ licenses: { allowClasses: ["permissive"], allow: ["llama3.1"] } });
			assert.deepEqual(find(known(), permissive), []);
			assert.deepEqual(find(known({ license: llama }), permissive), []);
			assert.deepEqual(find(known({ license: nonCommercial }), permissive), ["licenseForbidden error"]);
			const forbidding = rules({ licenses: { allowClasses: ["conditions"], forbid: ["llama3.1"] } });
			assert.deepEqual(find(known({ license: llama }), forbidding), ["licenseForbidden error"]);
		});

		it("knows a license by its name", () => {
			const license: DeclaredLicense = { id: "other", name: "Qwen Research", origin: "card" };
			const policy = rules({ licenses: { forbid: ["qwen-research"] } });
			assert.deepEqual(find(known({ license }), policy), ["licenseForbidden error"]);
		});

		it("is forbidden by either of two licenses that a card names, and allowed by neither alone", () => {
			const license: DeclaredLicense = { id: "apache-2.0", name: "qwen-research", origin: "card" };
			assert.deepEqual(find(known({ license }), rules({ licenses: { allow: ["apache-2.0"] } })), [
				"licenseForbidden error",
			]);
			assert.deepEqual(find(known({ license }), rules({ licenses: { forbid: ["apache-2.0"] } })), [
				"licenseForbidden error",
			]);
		});

		it("without a statement is a hint, and an error where only some are allowed", () => {
			const { license: _, ...unlicensed } = model();
			const facts: ModelFacts = { status: "known", model: unlicensed };
			assert.deepEqual(find(facts), ["licenseNotStated hint"]);
			const allowing = rules({ licenses: { allowClasses: ["permissive"] } });
			assert.deepEqual(find(facts, allowing), ["licenseForbidden error", "licenseNotStated hint"]);
			const lenient = rules({ licenses: { allowClasses: ["permissive", "notStated"] } });
			assert.deepEqual(find(facts, lenient), ["licenseNotStated hint"]);
		});

		it("takes the base model's for what it is", () => {
			const license: DeclaredLicense = { ...nonCommercial, origin: "inherited", inheritedFrom: "acme/base" };
			const held = rules({ licenses: { forbidClasses: ["nonCommercial"] } });
			const [forbidden, notStated] = evaluateModel(
				{ id: "acme/reader", revision: commit },
				known({ license }),
				held,
			);
			assert.equal(forbidden?.code === "licenseForbidden" && forbidden.ancestor, "acme/base");
			assert.equal(notStated?.code, "licenseNotStated");
		});

		it("grants nothing to a company in the EU for Llama 3.2's vision models", () => {
			const license: DeclaredLicense = { id: "llama3.2", origin: "tag" };
			const held = rules({ licenses: { territories: ["EU"] } });
			assert.deepEqual(find(known({ license, task: "image-text-to-text" }), held), [
				"licenseForbidden error",
			]);
			assert.deepEqual(find(known({ license, task: "text-generation" }), held), []);
			assert.deepEqual(find(known({ license, task: "image-text-to-text" })), []);
		});

		it("follows the line of ancestors", () => {
			const ancestors = [
				{ repoId: "acme/base", depth: 1, isKnown: true, license: llama },
				{ repoId: "acme/unread", depth: 2, isKnown: false },
			];
			assert.deepEqual(find(known({}, { ancestors })), ["licenseConflict hint"]);
			const held = rules({ licenses: { forbid: ["llama3.1"] } });
			assert.deepEqual(find(known({}, { ancestors }), held), [
				"licenseForbidden error",
				"licenseConflict hint",
			]);
		});
	});

	describe("about its pin", () => {
		const lock: Lock = {
			models: [{ id: "acme/reader", revision: commit, license: { id: "apache-2.0" }, date: "2026-01-01" }],
		};
		const unpinned = (held: Rules): string[] =>
			evaluateModel({ id: "acme/reader" }, known(), held).map(({ code, severity }) => `${code} ${severity}`);

		it("is a hint, and an error where pins are required", () => {
			assert.deepEqual(unpinned(rules()), ["notPinned hint"]);
			assert.deepEqual(unpinned(rules({ requirePin: true })), ["notPinned error"]);
			assert.deepEqual(unpinned(rules({ requirePin: true }, lock)), []);
			const branch = evaluateModel({ id: "acme/reader", revision: "main" }, known(), rules());
			assert.equal(branch[0]?.code, "notPinned");
		});

		it("tells that the code has another commit than the lock", () => {
			const held = rules({}, lock);
			const [finding] = evaluateModel({ id: "acme/reader", revision: otherCommit }, known(), held);
			assert.deepEqual(finding, {
				code: "pinDiffers",
				severity: "warning",
				written: otherCommit,
				locked: [commit],
			});
		});

		it("tells that the license is another one now, whichever case it is written in", () => {
			assert.deepEqual(find(known(), rules({}, lock)), []);
			assert.deepEqual(find(known({ license: llama }), rules({}, lock)), ["licenseChanged warning"]);
		});
	});

	it("tells of machines, context and embeddings that the policy names", () => {
		const verdict = (answer: Verdict["answer"]): Verdict => ({
			targetId: "a",
			answer,
			reasons: [],
			parts: {},
			contextTokens: 8192,
		});
		const tooLarge = known({}, { verdicts: [verdict("tooLarge"), verdict("unsupported")] });
		assert.deepEqual(find(tooLarge), ["doesNotFit hint"]);
		assert.deepEqual(find(tooLarge, rules({ targets: ["rtx-4090"] })), ["doesNotFit error"]);
		assert.deepEqual(find(known({}, { verdicts: [verdict("tooLarge"), verdict("offload")] })), []);
		assert.deepEqual(find(known({}, { verdicts: [verdict("tooLarge"), verdict("unknown")] })), []);
		const context = rules({ contextTokens: 32_768 });
		assert.deepEqual(find(known(), context), []);
		const short = known({ contextLength: { value: 8192, basis: "read", from: "config" } });
		assert.deepEqual(find(short, context), ["contextTooShort error"]);
		const embeddings = known({}, { embeddingDimension: 768 });
		assert.deepEqual(find(embeddings), []);
		assert.deepEqual(find(embeddings, rules({ embeddingDimension: 1024 })), ["embeddingDimension error"]);
	});

	it("is as loud as the policy says, then as the user says", () => {
		const facts = known({ gating: "auto" });
		assert.deepEqual(find(facts, rules({ severities: { gated: "off" } })), []);
		assert.deepEqual(find(facts, { ...rules(), severities: { gated: "error" } }), ["gated error"]);
		const both = { ...rules({ severities: { gated: "warning" } }), severities: { gated: "off" } as const };
		assert.deepEqual(find(facts, both), ["gated warning"]);
	});

	it("stays on the record where an exception covers it, until its last day", () => {
		const exception = { model: "acme/*", findings: ["gated"], reason: "asked for", date: "2026-01-01" };
		const facts = known({ gating: "auto", hasCustomCode: true });
		assert.deepEqual(find(facts, rules({ exceptions: [exception] })), [
			"gated hint excepted",
			"customCode hint",
		]);
		const lastDay = rules({ exceptions: [{ ...exception, until: today }] });
		assert.deepEqual(find(facts, lastDay), ["gated hint excepted", "customCode hint"]);
		const past = rules({ exceptions: [{ ...exception, until: "2026-11-20" }] });
		assert.deepEqual(find(facts, past), ["gated hint", "customCode hint"]);
	});
});
