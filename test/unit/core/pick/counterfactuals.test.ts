import assert from "node:assert/strict";
import type { Counterfactual } from "../../../../src/core/pick/counterfactuals.ts";
import { card, gibibyte, model, pick } from "./pickFixture.ts";

const tell = (list: readonly Counterfactual[]) =>
	list.map(({ relaxation, families, best, place }) => [relaxation, families, best.repoId, place]);

describe("what one relaxation would bring in", () => {
	it("is the least memory that lets something in", () => {
		const models = [
			model("a/fits-1b", { billions: 1 }),
			model("b/nearly-8b", { billions: 8 }),
			model("c/far-11b", { billions: 11 }),
			model("d/farther-70b", { billions: 70 }),
		];
		const { counterfactuals } = pick(models, { targets: [card(4)] });
		assert.ok(counterfactuals.every(({ relaxation }) => relaxation.kind === "memory"));
		const steps = counterfactuals.map(({ relaxation, families, best }) => [
			relaxation.kind === "memory" ? relaxation.extraBytes / gibibyte : undefined,
			families,
			best.repoId,
		]);
		// In four bits a weight: about 5.5 GB, and about 8 GB, which brings the other in as well. Ten such cards are no advice.
		assert.deepEqual(steps, [
			[8, 2, "c/far-11b"],
			[4, 1, "b/nearly-8b"],
		]);
	});

	it("tells of memory that is far away where there is nothing else to tell", () => {
		const far = pick([model("d/farther-70b", { billions: 70 })], { targets: [card(4)] });
		assert.deepEqual(tell(far.counterfactuals), [
			[{ kind: "memory", extraBytes: 48 * gibibyte }, 1, "d/farther-70b", 1],
		]);
	});

	it("says nothing of what would not come onto the list, or is made for other work", () => {
		const good = Array.from({ length: 8 }, (_, at) => model(`good${at}/model${at}-30b`, { billions: 30 }));
		const models = [
			...good,
			model("b/small-1b", { billions: 1, license: "llama3.2", months: 40, downloads: 1_000, likes: 0 }),
			model("c/NewestOCR-70B", { billions: 70, license: "gemma", months: 0 }),
			model("d/newest-70B", { billions: 70, license: "llama3.1", months: 0 }),
		];
		const { counterfactuals } = pick(models, {
			licenses: [{ classes: ["permissive"] }],
			avoidsNames: ["ocr"],
		});
		assert.deepEqual(tell(counterfactuals), [
			[{ kind: "license", licenseId: "llama3.1" }, 1, "d/newest-70B", 1],
		]);
	});

	it("offers those of which an ability is not known, where names tell it of few", () => {
		const models = [
			model("a/hermes-1b", { billions: 1, months: 30 }),
			model("b/modern-30b", { billions: 30 }),
		];
		assert.deepEqual(tell(pick(models, { capabilities: ["toolCalling"] }).counterfactuals), [
			[{ kind: "unknown", need: "capability" }, 1, "b/modern-30b", 1],
		]);
	});

	it("names the terms that stand in the way, each for itself", () => {
		const models = [
			model("a/free-7b"),
			model("b/terms-30b", { license: "llama3.1", billions: 30 }),
			model("c/terms-2b", { license: "llama3.1", billions: 2, months: 30 }),
			model("d/silent-7b", { license: "", months: 30 }),
		];
		assert.deepEqual(tell(pick(models, { licenses: [{ classes: ["permissive"] }] }).counterfactuals), [
			[{ kind: "license", licenseId: "llama3.1" }, 2, "b/terms-30b", 1],
			[{ kind: "license" }, 1, "d/silent-7b", 2],
		]);
	});

	it("keeps what is not told apart from what is not so", () => {
		const models = [
			model("a/silent-7b", { context: 0 }),
			model("b/short-7b", { context: 8_192 }),
			model("c/shorter-7b", { context: 2_048 }),
		];
		const found = tell(pick(models, { contextTokens: 32_768 }).counterfactuals);
		assert.deepEqual(found.find(([, , repoId]) => repoId === "a/silent-7b")?.[0], {
			kind: "unknown",
			need: "context",
		});
		assert.deepEqual(
			found.filter(([, , repoId]) => repoId !== "a/silent-7b").map(([relaxation]) => relaxation),
			[{ kind: "context", contextTokens: 8_192 }],
		);
	});

	it("names one language that only a few speak, and is silent where two are missing", () => {
		const models = [model("a/english-7b", { languages: ["en"] }), model("b/none-7b", { languages: ["de"] })];
		assert.deepEqual(tell(pick(models, { languages: ["en", "pl"] }).counterfactuals), [
			[{ kind: "language", language: "pl" }, 1, "a/english-7b", 1],
		]);
	});

	it("says nothing of who fails two requirements", () => {
		const models = [model("a/far-400b", { billions: 400, license: "gemma" })];
		const needs = { licenses: [{ classes: ["permissive" as const] }], targets: [card(8)] };
		assert.deepEqual(pick(models, needs).counterfactuals, []);
	});
});
