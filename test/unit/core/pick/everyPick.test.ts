import assert from "node:assert/strict";
import fc from "fast-check";
import type { Model } from "../../../../src/core/model/model.ts";
import { checkNeed } from "../../../../src/core/pick/checks/checkNeed.ts";
import type { Relaxation } from "../../../../src/core/pick/counterfactuals.ts";
import { firstFailure } from "../../../../src/core/pick/eliminate.ts";
import { type Needs, needKinds } from "../../../../src/core/pick/needs.ts";
import { pickCandidates } from "../../../../src/core/pick/pickCandidates.ts";
import { judgeBest } from "../fit/samples.ts";
import { card, input, model, pick } from "./pickFixture.ts";

describe("every pick", function () {
	// Thousands of sheets take a while where other work is done beside.
	this.timeout(120_000);

	const anyModel = fc
		.record({
			maker: fc.constantFrom("a", "b", "c", "d"),
			name: fc.constantFrom("alpha", "beta", "gamma-3", "delta"),
			billions: fc.constantFrom(0.5, 3, 8, 32, 400),
			license: fc.constantFrom("apache-2.0", "mit", "gemma", "cc-by-nc-4.0", "other", ""),
			languages: fc.option(fc.subarray(["en", "pl", "de", "multilingual"]), { nil: undefined }),
			context: fc.constantFrom(0, 2_048, 32_768),
			downloads: fc.constantFrom(0, 500, 50_000),
			likes: fc.constantFrom(0, 5, 500),
			months: fc.nat(40),
			task: fc.constantFrom("text-generation", "feature-extraction"),
			shape: fc.constantFrom("", "-GGUF", "-Instruct", "-Base"),
		})
		.map(({ maker, name, shape, languages, ...facts }) =>
			model(`${maker}/${name}-${facts.billions}b${shape}`, {
				...facts,
				...(languages === undefined ? {} : { languages }),
			}),
		);
	const anyModels = fc.uniqueArray(anyModel, { selector: (each) => each.repoId, maxLength: 40 });
	const anyNeeds: fc.Arbitrary<Partial<Needs>> = fc.record({
		tasks: fc.subarray(["text-generation", "feature-extraction"], { minLength: 1 }),
		licenses: fc.array(
			fc.record({
				classes: fc.subarray(["permissive", "conditions", "nonCommercial", "notStated"] as const, {
					minLength: 1,
				}),
			}),
			{ maxLength: 2 },
		),
		languages: fc.subarray(["en", "pl"]),
		contextTokens: fc.constantFrom(512, 8_192, 100_000),
		targets: fc.subarray([card(8), { ...card(24), id: "second" }]),
		gatedOk: fc.boolean(),
	});

	it("satisfies every need with every candidate, and fails the named one with every other", () => {
		fc.assert(
			fc.property(anyModels, anyNeeds, (models, needs) => {
				const context = input(models, needs);
				const result = pickCandidates(context);
				const check = (each: Model, need: (typeof needKinds)[number]) =>
					checkNeed(
						need,
						each,
						context,
						context.needs.targets.map((target) => judgeBest(each, target, context.needs.contextTokens)),
					);
				for (const candidate of result.candidates) {
					for (const need of needKinds) {
						assert.equal(check(candidate.model, need), "yes", `${candidate.model.repoId} ${need}`);
					}
				}
				for (const { model: each, need, isUnknown } of result.leftOut) {
					assert.equal(check(each, need), isUnknown ? "unknown" : "no");
					const earlier = needKinds.slice(0, needKinds.indexOf(need));
					assert.ok(earlier.every((other) => check(each, other) === "yes"));
				}
				assert.ok(result.candidates.length <= 7);
				const left = result.trail.map((step) => step.left);
				assert.ok(left.every((value, at) => value <= (left[at - 1] ?? result.total)));
			}),
			{ numRuns: 3000 },
		);
	});

	it("tells only relaxations that do let in whom they name", () => {
		fc.assert(
			fc.property(anyModels, anyNeeds, (models, needs) => {
				const result = pick(models, needs);
				for (const { relaxation, best, families, place } of result.counterfactuals) {
					const loosened = input(models, loosen({ ...input(models, needs).needs }, relaxation, best));
					assert.equal(firstFailure(best, loosened), undefined, JSON.stringify(relaxation));
					assert.notEqual(firstFailure(best, input(models, needs)), undefined);
					assert.ok(families >= 1 && place >= 1);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it("is the same for the same models in any order", () => {
		fc.assert(
			fc.property(anyModels, anyNeeds, fc.nat(), (models, needs, seed) => {
				const shuffled = [...models].sort((a, b) => hash(a.repoId, seed) - hash(b.repoId, seed));
				assert.deepEqual(pick(shuffled, needs), pick(models, needs));
			}),
		);
	});
});

function loosen(needs: Needs, relaxation: Relaxation, best: Model): Needs {
	switch (relaxation.kind) {
		case "memory":
			return {
				...needs,
				targets: needs.targets.map((target) => {
					const budget = judgeBest(best, target, needs.contextTokens).budget?.value ?? 0;
					return { ...target, budgetBytes: budget + relaxation.extraBytes };
				}),
			};
		case "context":
			return { ...needs, contextTokens: relaxation.contextTokens };
		case "license":
			return {
				...needs,
				licenses: (needs.licenses ?? []).map(({ ids = [], classes = [] }) =>
					relaxation.licenseId === undefined
						? { ids, classes: [...classes, "notStated"] }
						: { ids: [...ids, relaxation.licenseId], classes },
				),
			};
		case "language":
			return { ...needs, languages: (needs.languages ?? []).filter((code) => code !== relaxation.language) };
		case "gating":
			return { ...needs, gatedOk: true };
		case "unknown":
			return { ...needs, includeUnknown: [...(needs.includeUnknown ?? []), relaxation.need] };
	}
}

function hash(text: string, seed: number): number {
	return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) + seed) % 65_521, seed % 97);
}
