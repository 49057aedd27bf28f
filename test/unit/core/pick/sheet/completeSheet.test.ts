import assert from "node:assert/strict";
import type { Target } from "../../../../../src/core/hardware/target.ts";
import { completeSheet } from "../../../../../src/core/pick/sheet/completeSheet.ts";
import { listPolicy } from "../../../../../src/core/pick/sheet/listPolicy.ts";
import { readSheet } from "../../../../../src/core/pick/sheet/readSheet.ts";
import type { RequirementSheet } from "../../../../../src/core/pick/sheet/requirement.ts";
import { emptyPolicy, type Policy } from "../../../../../src/core/policy/policy.ts";

const gibibyte = 1024 ** 3;
const card: Target = {
	id: "card",
	name: "RTX 4070",
	vendor: "nvidia",
	devices: [{ name: "RTX 4070", vendor: "nvidia", memoryBytes: 12 * gibibyte }],
	origin: "detected",
};

const list = ({ requirements }: RequirementSheet) =>
	requirements.map(({ kind, value, strength, from }) => [kind, value, strength, from]);

describe("a sheet with what is usual", () => {
	it("asks for commercial use, the context of the work and the checked machines, where nothing is said of them", () => {
		assert.deepEqual(list(completeSheet(readSheet({ text: "translate" }), [card])), [
			["task", "translation", "must", "text"],
			["contextLength", 512, "must", "default"],
			["license", ["permissive", "conditions"], "must", "default"],
			[
				"target",
				{ id: "card", vendor: "nvidia", device: "RTX 4070", memoryBytes: 12 * gibibyte },
				"must",
				"default",
			],
		]);
	});

	it("keeps what is said, and takes a maker's name for the checked machine of that maker", () => {
		const sheet = completeSheet(readSheet({ text: "chat, MIT, 32k context, NVIDIA" }), [card]);
		assert.deepEqual(list(sheet), [
			["task", "text-generation", "must", "text"],
			["contextLength", 32_768, "must", "text"],
			["license", ["mit"], "must", "text"],
			[
				"target",
				{ id: "card", vendor: "nvidia", device: "RTX 4070", memoryBytes: 12 * gibibyte },
				"must",
				"text",
			],
		]);
	});

	it("takes a processor of which no more was said for a usual machine, and likes usual sizes where none is known", () => {
		const find = (text: string, kind: "target" | "parameters") =>
			completeSheet(readSheet({ text }), []).requirements.find((each) => each.kind === kind);
		const processor = find("chat on CPU", "target");
		assert.deepEqual(processor?.value, { vendor: "cpu", memoryBytes: 16 * 1024 ** 3 });
		assert.equal(processor?.from, "default");
		assert.equal(find("chat on CPU", "parameters"), undefined);
		assert.deepEqual(find("chat", "parameters"), {
			kind: "parameters",
			value: { max: 36e9 },
			strength: "prefer",
			from: "default",
		});
		assert.equal(find("chat on a 24 GB card", "parameters"), undefined);
	});

	it("asks what speaks, hears or draws for no context", () => {
		const asks = (text: string) =>
			completeSheet(readSheet({ text }), []).requirements.some(({ kind }) => kind === "contextLength");
		assert.deepEqual(["text to speech", "transcribe calls", "generate images"].filter(asks), []);
		assert.ok(asks("chat"));
	});

	it("lets models pass whose context is not stated", () => {
		const { requirements } = completeSheet(readSheet({ text: "chat with 32k context" }), []);
		assert.equal(requirements.find(({ kind }) => kind === "contextLength")?.acceptsUnknown, true);
	});
});

describe("the policy of a repository", () => {
	const policy: Policy = {
		...emptyPolicy,
		licenses: {
			allow: ["apache-2.0"],
			allowClasses: ["permissive"],
			forbid: ["agpl-3.0"],
			forbidClasses: [],
			territories: ["EU"],
		},
		organizations: { allow: [], forbid: ["meta-llama"] },
		targets: [card],
		contextTokens: 8192,
		embeddingDimension: 768,
	};

	it("stands in the sheet as it is, beside what else is asked for", () => {
		const sheet = readSheet({ text: "chat, MIT", policy: listPolicy(policy) });
		assert.deepEqual(list(sheet), [
			["task", "text-generation", "must", "text"],
			["contextLength", 8192, "must", "policy"],
			["license", ["mit"], "must", "text"],
			["license", ["apache-2.0", "permissive"], "must", "policy"],
			["excludedLicense", ["agpl-3.0"], "must", "policy"],
			["useRegion", "EU", "must", "policy"],
			["excludedOrg", ["meta-llama"], "must", "policy"],
			[
				"target",
				{ id: "card", vendor: "nvidia", device: "RTX 4070", memoryBytes: 12 * gibibyte },
				"must",
				"policy",
			],
		]);
	});

	it("asks for vectors of a length where vectors are made", () => {
		const sheet = readSheet({ text: "embeddings", policy: listPolicy(policy) });
		assert.ok(sheet.requirements.some(({ kind }) => kind === "embeddingDimension"));
	});

	it("leaves several machines, of which any will do, to its own findings", () => {
		const both = { ...emptyPolicy, targets: [card, { ...card, id: "other" }] };
		assert.deepEqual(listPolicy(both), []);
	});
});
