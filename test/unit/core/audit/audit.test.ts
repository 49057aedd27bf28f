import assert from "node:assert/strict";
import { listFindings } from "../../../../src/core/audit/audit.ts";
import { createAudit } from "../../../../src/core/audit/createAudit.ts";
import { findUses, isAudited } from "../../../../src/core/audit/findUses.ts";
import { readModelFacts } from "../../../../src/core/audit/readModelFacts.ts";
import { HubError } from "../../../../src/core/hub/hubError.ts";
import type { DeclaredLicense, Model } from "../../../../src/core/model/model.ts";
import { parsePolicy } from "../../../../src/core/policy/parsePolicy.ts";

const signal = new AbortController().signal;

function model(repoId: string, license?: string, bases: readonly string[] = []): Model {
	const declared: DeclaredLicense | undefined =
		license === undefined ? undefined : { id: license, origin: "tag" };
	return {
		repoId,
		formats: ["safetensors"],
		security: "unknown",
		counters: {},
		readAtMs: 0,
		baseModels: { repoIds: bases },
		...(declared === undefined ? {} : { license: declared }),
	};
}

const hub = new Map(
	[
		model("Qwen/Qwen3-8B", "apache-2.0"),
		model("acme/tuned", "apache-2.0", ["acme/base"]),
		model("acme/base", "llama3.1", ["acme/root"]),
		model("acme/root", "llama3.1"),
	].map((each) => [each.repoId.toLowerCase(), each]),
);

/** A Hub that notes what it is asked for. */
function ask(asked: string[]) {
	return async (repoId: string): Promise<Model> => {
		asked.push(repoId);
		const found = hub.get(repoId.toLowerCase());
		if (found === undefined) {
			throw new HubError("notFound", "none");
		}
		return found;
	};
}

describe("finding what code uses", () => {
	it("takes calls and configuration, and neither comments nor what package managers wrote", () => {
		const python = `from transformers import pipeline
# pipeline(model="acme/commented")
run = pipeline("text-generation", model="Qwen/Qwen3-8B", revision="main")
`;
		assert.deepEqual(findUses("src/run.py", python), [
			{
				path: "src/run.py",
				line: 3,
				column: 42,
				start: 110,
				end: 123,
				id: "Qwen/Qwen3-8B",
				callSite: "pipeline.model",
				revision: "main",
			},
		]);
		assert.deepEqual(findUses("a.bin", python), []);
		assert.ok(isAudited("deploy/values.yaml"));
		assert.ok(!isAudited("package-lock.json"));
		assert.ok(!isAudited(".openmodels.json"));
		assert.ok(!isAudited("web/node_modules/theirs/app.py"));
	});
});

describe("reading what is known of used models", () => {
	it("asks once for each, then for the ancestors that nobody knows", async () => {
		const asked: string[] = [];
		const ids = ["acme/tuned", "Acme/Tuned", "acme/gone", "acme/tuned"];
		const { facts, requests } = await readModelFacts(
			ids,
			{ readModel: ask(asked), findKnown: () => undefined },
			{ budget: 10, signal },
		);
		assert.deepEqual(asked, ["acme/tuned", "acme/gone", "acme/base", "acme/root"]);
		assert.equal(requests, 4);
		assert.equal(facts.get("acme/gone")?.status, "missing");
		for (const id of ["acme/tuned", "Acme/Tuned"]) {
			const known = facts.get(id);
			assert.ok(known?.status === "known");
			assert.deepEqual(
				known.ancestors?.map(({ repoId, license }) => [repoId, license?.id]),
				[
					["acme/base", "llama3.1"],
					["acme/root", "llama3.1"],
				],
			);
		}
	});

	it("keeps to its budget, and says of the rest that it was not read", async () => {
		const asked: string[] = [];
		const { facts, requests } = await readModelFacts(
			["Qwen/Qwen3-8B", "acme/tuned"],
			{ readModel: ask(asked), findKnown: () => undefined },
			{ budget: 1, signal },
		);
		assert.equal(requests, 1);
		assert.equal(asked.length, 1);
		assert.equal(facts.get("acme/tuned")?.status, "unread");
	});

	it("asks no more where the Hub does not answer, and works from what is known", async () => {
		let requests = 0;
		const { facts, stopped } = await readModelFacts(
			Array.from({ length: 50 }, (_, index) => (index === 0 ? "Qwen/Qwen3-8B" : `acme/model-${index}`)),
			{
				readModel: async () => {
					requests += 1;
					throw new HubError("offline", "none");
				},
				findKnown: (id) => hub.get(id.toLowerCase()),
			},
			{ budget: 100, signal },
		);
		assert.ok(requests <= 6, String(requests));
		assert.ok(stopped instanceof HubError);
		assert.equal(facts.get("Qwen/Qwen3-8B")?.status, "known");
		assert.equal(facts.get("acme/model-7")?.status, "unread");
	});

	it("ends when it is cancelled", async () => {
		const controller = new AbortController();
		const asked: string[] = [];
		const reading = readModelFacts(
			Array.from({ length: 50 }, (_, index) => `acme/model-${index}`),
			{ readModel: ask(asked), findKnown: () => undefined },
			{ budget: 100, signal: controller.signal, onProgress: () => controller.abort() },
		);
		await reading;
		assert.ok(asked.length <= 12, String(asked.length));
	});
});

describe("an audit", () => {
	it("gathers uses under the model's own name, with what each is about", async () => {
		const uses = [
			...findUses("b.py", `AutoModel.from_pretrained("qwen/qwen3-8b")`),
			...findUses("a.py", `AutoModel.from_pretrained("Qwen/Qwen3-8B", revision="${"a".repeat(40)}")`),
			...findUses("a.py", `AutoModel.from_pretrained("Qwen/Qwen9-gone")`),
		];
		const { facts, requests } = await readModelFacts(
			uses.map(({ id }) => id),
			{ readModel: ask([]), findKnown: () => undefined },
			{ budget: 10, signal },
		);
		const { policy } = parsePolicy(`{ "requirePin": true }`);
		const audit = createAudit({
			uses,
			facts,
			rules: { policy, today: "2026-11-21" },
			fileCount: 2,
			skippedFiles: 0,
			requests,
			atMs: 0,
		});
		assert.deepEqual(
			listFindings(audit).map(({ model: { repoId }, use, finding }) => [repoId, use.path, finding.code]),
			[
				["Qwen/Qwen3-8B", "b.py", "renamed"],
				["Qwen/Qwen3-8B", "b.py", "notPinned"],
				["Qwen/Qwen9-gone", "a.py", "notFound"],
			],
		);
	});
});
