import assert from "node:assert/strict";
import fc from "fast-check";
import { readSheet } from "../../../../../src/core/pick/sheet/readSheet.ts";
import { parseSheet } from "../../../../../src/core/pick/sheet/sheetSchema.ts";
import { compareSheet, readWorkloads, workloadSets } from "./workloadCorpus.ts";

describe("sheets of workloads", () => {
	const results = readWorkloads().map((workload) => ({ workload, difference: compareSheet(workload) }));

	for (const set of workloadSets) {
		const half = results.filter(({ workload }) => workload.set === set);

		it(`are right in full for eleven of twelve workloads of ${set}`, () => {
			const wrong = half.filter(({ difference }) => difference.missing.length + difference.extra.length > 0);
			assert.ok(half.length >= 16);
			assert.ok(
				wrong.length * 12 <= half.length,
				JSON.stringify(
					wrong.map(({ workload, difference }) => [workload.name, difference]),
					undefined,
					1,
				),
			);
		});

		it(`have no wrong hard requirement in workloads of ${set}`, () => {
			const wrong = half.flatMap(({ workload, difference }) =>
				difference.extra.filter((each) => each.startsWith('["must"')).map((each) => [workload.name, each]),
			);
			assert.deepEqual(wrong, []);
		});
	}

	it("are the same after a way through JSON", function () {
		this.timeout(60_000);
		for (const { workload } of results) {
			const sheet = readSheet(workload.input);
			assert.deepEqual(parseSheet(JSON.parse(JSON.stringify(sheet))), sheet);
		}
	});
});

describe("reading a sheet", () => {
	const ask = (text: string) =>
		readSheet({ text }).requirements.map(({ strength, kind, value }) => [strength, kind, value]);

	it("tells what must be from what would be nice", () => {
		assert.deepEqual(ask("chat in Danish, ideally MIT, must be under 9B"), [
			["must", "task", "text-generation"],
			["must", "language", "da"],
			["prefer", "license", ["mit"]],
			["must", "parameters", { max: 9e9 }],
		]);
	});

	it("demands nothing that is only told of today, and no numbers of other things", () => {
		assert.deepEqual(ask("embeddings; we have 1536 dims in Pinecone today"), [
			["must", "task", "feature-extraction"],
			["prefer", "embeddingDimension", 1536],
		]);
		assert.deepEqual(ask("semantic search over 10 million product titles, the index fits in 16 GB"), [
			["must", "task", "feature-extraction"],
		]);
	});

	it("demands what is looked for right now", () => {
		assert.deepEqual(ask("I'm currently looking for an Apache licensed chat model under 8B"), [
			["must", "task", "text-generation"],
			["must", "license", ["apache-2.0"]],
			["must", "parameters", { max: 8e9 }],
		]);
	});

	it("hears what a policy forbids", () => {
		assert.deepEqual(
			ask("summarize news; company policy forbids models from China and anything non-commercial"),
			[
				["must", "task", "summarization"],
				["must", "license", ["commercial"]],
				["must", "excludedMakerRegion", "CN"],
			],
		);
	});

	it("takes what stands in parentheses for no harder than what it explains", () => {
		const strengthOf = (text: string, wanted: string) => ask(text).find(([, kind]) => kind === wanted)?.[0];
		assert.equal(strengthOf("chat, the model should be small (1-3B)", "parameters"), "prefer");
		assert.equal(strengthOf("chat, it must run locally (ideally under 3B)", "parameters"), "prefer");
		assert.equal(strengthOf("chat, something small (under 3B)", "parameters"), "must");
	});

	it("gives a card no memory of the system", () => {
		assert.deepEqual(ask("chat, 128GB of DDR5 and a 3090"), [
			["must", "task", "text-generation"],
			[
				"must",
				"target",
				{
					vendor: "nvidia",
					device: "RTX 3090",
					memoryBytes: 24 * 1024 ** 3,
					systemMemoryBytes: 128 * 1024 ** 3,
				},
			],
		]);
	});

	it("takes advice for a wish, but of the work and the machine for what there is", () => {
		assert.deepEqual(
			ask("it should summarize, should be under 600 MB and must be MIT, should run on an 8 GB card"),
			[
				["must", "task", "summarization"],
				["must", "license", ["mit"]],
				["must", "target", { memoryBytes: 8 * 1024 ** 3 }],
				["prefer", "bytes", { max: 6e8 }],
			],
		);
	});

	const strengths = (text: string, kind: string) =>
		ask(text).flatMap(([strength, own, value]) => (own === kind ? [[strength, value]] : []));

	it("hears a hedge that comes before a clause or after it", () => {
		for (const text of [
			"chat, Apache, if possible",
			"Chat. Apache license, but that's not a must.",
			"ideally, it would be Apache. chat",
			"chat, Apache would be lovely",
			"chat, probably Apache",
		]) {
			assert.deepEqual(strengths(text, "license"), [["prefer", ["apache-2.0"]]], text);
		}
		assert.deepEqual(strengths("chat, MIT or something similar", "license"), [["must", ["permissive"]]]);
	});

	it("asks for nothing that others have, and for what was only asked about no more than a wish", () => {
		assert.deepEqual(strengths("A friend runs Llama 70B on a 4090. chat, 8 GB card", "target"), [
			["must", { memoryBytes: 8 * 1024 ** 3 }],
		]);
		assert.deepEqual(strengths("Is a 4 bit model good enough? chat", "quantization"), [["prefer", ["4bit"]]]);
		assert.deepEqual(strengths("a French model would be nice; it must answer in French", "language"), [
			["must", "fr"],
		]);
	});

	it("takes what makes pictures, film or music for no reader of them", () => {
		const tasks = [
			["an SDXL image generator for a 12 GB card", "text-to-image"],
			["a video generator, 24 GB", "text-to-video"],
			["a music generator on CPU", "text-to-audio"],
		] as const;
		for (const [words, task] of tasks) {
			assert.deepEqual(strengths(words, "task"), [["must", task]]);
		}
	});

	it("takes of several machines the one that answers", () => {
		const l4 = { vendor: "nvidia", device: "L4", memoryBytes: 24 * 1024 ** 3 };
		assert.deepEqual(strengths("chat; training on 8xH100, serving on a single L4", "target"), [["must", l4]]);
		assert.deepEqual(strengths("chat. We currently use one A10G, moving to an L4", "target"), [["must", l4]]);
		assert.deepEqual(
			strengths("chat, not sure if we get the L4 or the T4", "target").map(([strength]) => strength),
			["prefer", "prefer"],
		);
		const pair = { vendor: "nvidia", device: "A100", memoryBytes: 80 * 1024 ** 3, count: 2 };
		for (const words of ["2x80GB A100", "2 x 80 GB A100", "two 80GB A100s", "2x A100 80GB", "A100 80GB x2"]) {
			assert.deepEqual(strengths(`chat on ${words}`, "target"), [["must", pair]], words);
		}
		assert.deepEqual(strengths("chat on 2x24 GB", "target"), [
			["must", { memoryBytes: 24 * 1024 ** 3, count: 2 }],
		]);
		assert.deepEqual(strengths("semantic search in 10 GB of text on an L4", "target"), [["must", l4]]);
	});

	it("is sure of no work beside which other work is asked for as clearly", () => {
		assert.deepEqual(strengths("transcribe meetings, then summarize them", "task"), [
			["prefer", "automatic-speech-recognition"],
		]);
		assert.deepEqual(strengths("I have many photos", "task"), [["prefer", "image-text-to-text"]]);
		assert.deepEqual(strengths("no image generation, only image descriptions", "task"), [
			["must", "image-text-to-text"],
		]);
	});

	it("reads numbers that are written as words", () => {
		assert.deepEqual(strengths("chat, at most twelve billion parameters", "parameters"), [
			["must", { max: 12e9 }],
		]);
		assert.deepEqual(strengths("chat, thirty-two gigs of VRAM, one of them", "target"), [
			["must", { memoryBytes: 32 * 1024 ** 3 }],
		]);
	});

	it("takes a size that is allowed for no bound, and one that is denied for the other", () => {
		assert.deepEqual(ask("chat, 70B+ is fine"), [["must", "task", "text-generation"]]);
		assert.deepEqual(ask("chat, nothing over 3B"), [
			["must", "task", "text-generation"],
			["must", "parameters", { max: 3e9 }],
		]);
	});

	it("understands requests in other languages as far as its words go", () => {
		const wanted = (code: string) => [
			["must", "task", "summarization"],
			["must", "language", code],
			["must", "license", ["apache-2.0"]],
		];
		assert.deepEqual(ask("deutsche Protokolle zusammenfassen, Apache-Lizenz"), wanted("de"));
		assert.deepEqual(ask("résumer des articles en français, licence Apache"), wanted("fr"));
		assert.deepEqual(ask("resumir textos en español, licencia Apache"), wanted("es"));
		assert.deepEqual(ask("streszczaj teksty po polsku, licencja Apache"), wanted("pl"));
	});

	it("takes a default that a caller may change for a hint, and the setting of a call for a must", () => {
		const read = (text: string) =>
			readSheet({ files: [{ path: "a.py", text }] }).requirements.flatMap(({ kind, strength }) =>
				kind === "contextLength" ? [strength] : [],
			);
		const load = "from llama_cpp import Llama\n";
		assert.deepEqual(read(`${load}llm = Llama(model_path="x.gguf", n_ctx=8192)\n`), ["must"]);
		assert.deepEqual(
			read(`${load}def load(path, n_ctx=8192):\n    return Llama(model_path=path, n_ctx=n_ctx)\n`),
			["prefer"],
		);
	});

	it("asks for nothing that is said not to matter", () => {
		assert.deepEqual(ask("summaries, no need for Apache, German isn't required, GPL is fine"), [
			["must", "task", "summarization"],
		]);
	});

	it("lets what is typed stand for what the code says of the same", () => {
		const files = [
			{ path: "a.py", text: 'llm = LLM("x/y", max_model_len=8192)\nSamplingParams(max_tokens=9)' },
		];
		const context = (text: string) =>
			readSheet({ text, files }).requirements.filter(({ kind }) => kind === "contextLength");
		assert.deepEqual(
			[context(""), context("32k context")].map(([each]) => [each?.value, each?.from]),
			[
				[8192, { file: "a.py", line: 1 }],
				[32_768, "text"],
			],
		);
	});

	it("reads a cell of an open notebook as that cell", () => {
		const files = [
			{ path: "a.ipynb", languageId: "python", cell: 3, text: 'x = 1\npipe = pipeline("summarization")' },
		];
		assert.deepEqual(readSheet({ files }).requirements[0]?.from, { file: "a.ipynb", line: 2, cell: 3 });
	});

	it("never throws, whatever is typed and whatever a file holds", () => {
		fc.assert(
			fc.property(
				fc.string(),
				fc.string(),
				fc.constantFrom("a.py", "a.ts", "a.ipynb", "a.yaml", "Dockerfile", "a"),
				(text, code, path) => {
					const sheet = readSheet({ text, files: [{ path, text: code }], lines: { first: 2, last: 9 } });
					return parseSheet(sheet)?.requirements.length === sheet.requirements.length;
				},
			),
		);
	});
});
