import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeEvidence, encodeEvidence } from "../../../../../src/core/pick/quality/evidence.ts";
import { readEvidenceTable } from "../../../../../src/core/pick/quality/evidenceTable.ts";
import {
	type QualityKnowledge,
	type QualityScore,
	scoreModels,
} from "../../../../../src/core/pick/quality/scoreModels.ts";
import type { TraitSource } from "../../../../../src/core/pick/quality/traits.ts";

const billions = (value: number): Pick<TraitSource, "parameters"> => ({
	parameters: { total: { value: value * 1e9, basis: "read", from: "safetensorsTotal" } },
});

function model(repoId: string, size: number, fields: Partial<TraitSource> = {}): TraitSource {
	return { repoId, createdAtMs: Date.UTC(2025, 5), ...billions(size), ...fields };
}

/** Constants of the shipped model, with results of one's own. */
function know(table: Readonly<Record<string, readonly string[]>>): QualityKnowledge {
	return { ...readEvidenceTable(), evidence: decodeEvidence(table) };
}

function scoreOne(each: TraitSource, knowledge: QualityKnowledge): QualityScore {
	const [score] = scoreModels([each], "chat", knowledge);
	assert.ok(score);
	return score;
}

describe("quality of a model", () => {
	const good = know({ maker: ["Alpha-1-8B-Instruct s8 d666 A250*4"] });
	const none = know({});
	/** What the results of one model do to another. */
	const lift = (each: TraitSource) => scoreOne(each, good).ability - scoreOne(each, none).ability;
	const ability = (each: TraitSource) => scoreOne(each, good).ability;

	it("is carried to kin, less the farther they are", () => {
		const own = lift(model("maker/Alpha-1-8B-Instruct", 8));
		const copy = ability(
			model("packer/Alpha-1-8B-Instruct-AWQ", 8, {
				baseModels: { relation: "quantized", repoIds: ["maker/Alpha-1-8B-Instruct"] },
			}),
		);
		const base = lift(model("maker/Alpha-1-8B-Base", 8));
		const size = lift(model("maker/Alpha-1-30B-Instruct", 30));
		const generation = lift(model("maker/Alpha-2-8B-Instruct", 8));
		const tune = lift(
			model("someone/Wizard-8B", 8, {
				baseModels: { relation: "finetune", repoIds: ["maker/Alpha-1-8B-Instruct"] },
			}),
		);
		const stranger = lift(model("someone/Beta-8B", 8));
		assert.ok(own > 0.5);
		const original = ability(model("maker/Alpha-1-8B-Instruct", 8));
		assert.ok(original > copy && original - copy < 0.2, "a packed copy is nearly the original");
		assert.ok(own > base, "its base model is not the same");
		assert.ok(base > size && size > generation && generation > 0);
		assert.ok(size > tune && tune > 0, "a stranger's tune is trusted less than the maker's");
		assert.equal(stranger, 0);
	});

	it("is no more for a late or miscounted copy than for the model that it is a copy of", () => {
		const original = model("maker/Alpha-1-8B-Instruct", 8, { createdAtMs: Date.UTC(2025, 6) });
		const late = { repoId: "packer/Alpha-1-8B-Instruct-GGUF", createdAtMs: Date.UTC(2026, 6) };
		const small = model("another/Alpha-1-8B-Instruct-AWQ", 2, { createdAtMs: Date.UTC(2026, 7) });
		const others = [1, 3, 14, 70].map((size) =>
			model(`maker/Gamma-${size}B`, size, { createdAtMs: Date.UTC(2025, size % 12) }),
		);
		const [ofOriginal, ...ofCopies] = scoreModels([original, late, small, ...others], "chat", good);
		for (const copy of ofCopies.slice(0, 2)) {
			const loss = (ofOriginal?.score ?? 0) - copy.score;
			assert.ok(loss > 0 && loss < 0.4, `loss of ${loss}`);
		}
	});

	it("is not more for copies because they are new, their packer is another, or nobody knows the model's release", () => {
		const knowledge = know({
			maker: ["Alpha-1-8B-Instruct s8 A50*4", "Alpha-1-30B-Instruct s30 d640 A20*4"],
		});
		const others = [1, 3, 14, 70].map((size) => model(`maker/Gamma-${size}B`, size));
		const now = { createdAtMs: Date.UTC(2026, 6) };
		const rank = (copies: readonly TraitSource[]) =>
			scoreModels([...copies, ...others], "chat", knowledge).map(({ score }) => score);
		const [small, large] = rank([
			{ repoId: "maker/Alpha-1-8B-Instruct" },
			{ repoId: "maker/Alpha-1-30B-Instruct" },
		]);
		const [ofSmall, ofLarge] = rank([
			{ repoId: "packer/Alpha-1-8B-Instruct-AWQ", ...now },
			{ repoId: "packer/Alpha-1-30B-Instruct-AWQ", ...now },
		]);
		for (const [copy, original] of [
			[ofSmall, small],
			[ofLarge, large],
		] as const) {
			const loss = (original ?? 0) - (copy ?? 0);
			assert.ok(loss > 0 && loss < 0.2, `loss of ${loss}`);
		}
	});

	it("says what it rests on", () => {
		const basis = (repoId: string) => scoreOne(model(repoId, 8), good).basis;
		assert.deepEqual(basis("maker/Alpha-1-8B-Instruct"), { kind: "task", benchmarks: 4 });
		assert.deepEqual(basis("maker/Alpha-1-8B-Base"), { kind: "family", models: 1 });
		assert.deepEqual(basis("someone/Beta-8B"), { kind: "prior" });
		const [coding] = scoreModels([model("maker/Alpha-1-8B-Instruct", 8)], "coding", good);
		assert.deepEqual(coding?.basis, { kind: "otherTasks", benchmarks: 4 });
	});

	it("is more with size and with recency where nothing else is known", () => {
		const [small, large] = [3, 70].map((size) => scoreOne(model("someone/Beta", size), none).ability);
		assert.ok((large ?? 0) > (small ?? 0));
		const [old, recent] = [2023, 2025].map(
			(year) => scoreOne(model("someone/Beta", 8, { createdAtMs: Date.UTC(year, 5) }), none).ability,
		);
		assert.ok((recent ?? 0) > (old ?? 0));
	});

	it("does not take what is not told for nothing", () => {
		const [untold, tiny, huge] = scoreModels(
			[{ repoId: "a/Beta" }, model("b/Beta", 0.1), model("c/Beta", 300)],
			"chat",
			none,
		);
		assert.ok((untold?.score ?? 0) > (tiny?.score ?? 0) && (untold?.score ?? 0) < (huge?.score ?? 0));
	});

	it("is the same for the same models in any order", () => {
		const knowledge = readEvidenceTable();
		const models = [
			model("Qwen/Qwen3-8B", 8),
			model("someone/Beta-8B", 8),
			model("meta-llama/Llama-3.1-70B-Instruct", 70),
			{ repoId: "mistralai/Mistral-Large-Instruct-2411" },
			model("google/gemma-3-4b-it", 4),
		];
		const scores = new Map(
			scoreModels(models, "coding", knowledge).map(({ score }, i) => [models[i], score] as const),
		);
		fc.assert(
			fc.property(fc.shuffledSubarray(models, { minLength: models.length }), (shuffled) => {
				scoreModels(shuffled, "coding", knowledge).forEach(({ score }, i) => {
					assert.ok(Math.abs(score - (scores.get(shuffled[i] ?? { repoId: "" }) ?? 0)) < 1e-9);
				});
			}),
		);
		assert.deepEqual(scoreModels([], "chat", knowledge), []);
	});
});

describe("the table of results", () => {
	it("keeps what it was written from", () => {
		const table = {
			maker: ["Alpha-1 s30 a3 d666 x f/Alpha-1-30B-Base A-25*4 B110", "Alpha-1-8B qother/Alpha A1"],
		};
		const evidence = decodeEvidence(table);
		assert.deepEqual(evidence.map(encodeEvidence), table.maker);
		assert.deepEqual(evidence[0]?.model.baseModels, {
			relation: "finetune",
			repoIds: ["maker/Alpha-1-30B-Base"],
		});
		assert.deepEqual(evidence[0]?.scores, [
			{ task: "chat", score: -0.25, benchmarks: 4 },
			{ task: "coding", score: 1.1, benchmarks: 1 },
		]);
	});

	it("as shipped is read without a loss", () => {
		const { evidence } = readEvidenceTable();
		assert.ok(evidence.length > 900);
		assert.ok(
			evidence.every(({ scores }) => scores.length > 0 && scores.every(({ score }) => Math.abs(score) < 8)),
		);
	});
});
