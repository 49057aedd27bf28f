import assert from "node:assert/strict";
import type { Model } from "../../../../src/core/model/model.ts";
import { groupFamilies, indexModels } from "../../../../src/core/pick/families.ts";
import { readEvidenceTable } from "../../../../src/core/pick/quality/evidenceTable.ts";
import { type Ranked, type RankedFor, rankEntries, rankWeights } from "../../../../src/core/pick/rank.ts";

const chat: RankedFor = { tasks: ["text-generation"], prefers: [], avoids: [], quality: readEvidenceTable() };

function model(repoId: string, billions: number | undefined, year: number, downloads: number): Model {
	return {
		repoId,
		task: "text-generation",
		formats: ["safetensors"],
		...(billions === undefined
			? {}
			: {
					parameters: { total: { value: billions * 1e9, basis: "read", from: "safetensorsTotal" } },
				}),
		security: "unknown",
		counters: { downloads30d: downloads, likes: downloads / 100 },
		createdAtMs: Date.UTC(year, 3),
		readAtMs: 0,
	};
}

function rank(models: readonly Model[], work: RankedFor) {
	const entries = groupFamilies(models, indexModels(models)).flatMap((family): readonly Ranked[] => {
		const [first] = family.members;
		return first === undefined
			? []
			: [{ family, model: first, licenseClass: "permissive", preferred: 0, unverified: 0 }];
	});
	const ranks = rankEntries(entries, work);
	return new Map(entries.map((entry, i) => [entry.model.repoId, ranks[i]] as const));
}

describe("a rank", () => {
	const evaluated = model("Qwen/Qwen3-32B", 32.8, 2025, 1000);
	const liked = model("meta-llama/Llama-2-70b-chat-hf", 69, 2023, 1_000_000);

	it("puts what evaluations find good before what is larger and downloaded more", () => {
		const ranks = rank([evaluated, liked], chat);
		const [good, used] = [evaluated, liked].map(({ repoId }) => ranks.get(repoId));
		assert.ok((good?.score ?? 0) > (used?.score ?? 0));
		assert.ok((good?.terms.quality ?? 0) > (used?.terms.quality ?? 0));
		assert.ok((good?.terms.trust ?? 1) < (used?.terms.trust ?? 0));
	});

	it("says what the quality rests on", () => {
		const ranks = rank([evaluated, model("nobody/Unheard-Of-7B", 7, 2025, 10)], chat);
		assert.equal(ranks.get("Qwen/Qwen3-32B")?.quality?.basis.kind, "task");
		assert.equal(ranks.get("nobody/Unheard-Of-7B")?.quality?.basis.kind, "prior");
	});

	it("goes by size and release where no evaluations are known of the work", () => {
		const drawing: RankedFor = { ...chat, tasks: ["text-to-image"] };
		const ranks = rank([evaluated, liked, model("a/Small-1B", 1, 2022, 5)], drawing);
		for (const each of ranks.values()) {
			assert.equal(each?.quality, undefined);
			assert.equal(each?.terms.quality, ((each?.terms.size ?? 0) + (each?.terms.recency ?? 0)) / 2);
		}
	});

	it("is the sum of its terms by their weights", () => {
		for (const each of rank([evaluated, liked, model("a/Untold", undefined, 2024, 5)], chat).values()) {
			const { terms, score = Number.NaN } = each ?? {};
			assert.ok(terms);
			const sum =
				rankWeights.quality * terms.quality +
				rankWeights.size * terms.size +
				rankWeights.recency * terms.recency +
				rankWeights.trust * terms.trust +
				rankWeights.license * terms.license;
			assert.ok(Math.abs(score - sum) < 1e-9);
		}
	});
});
