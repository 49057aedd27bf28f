import assert from "node:assert/strict";
import fc from "fast-check";
import { isHubError } from "../../../../src/core/hub/hubError.ts";
import { type GgufValue, makeGguf } from "../../../hub/makeGguf.ts";
import { type Harness, hasCode, startHarness } from "./hubHarness.ts";

const repoId = "x/model-GGUF";
const file = "model Q4_K_M.gguf";

const qwen: Readonly<Record<string, GgufValue>> = {
	"general.architecture": "qwen3",
	"qwen3.block_count": 36,
	"qwen3.context_length": 40_960,
	"qwen3.embedding_length": 4096,
	"qwen3.feed_forward_length": 12_288,
	"qwen3.attention.head_count": 32,
	"qwen3.attention.head_count_kv": 8,
	"qwen3.attention.key_length": 128,
	"qwen3.attention.value_length": 128,
	"tokenizer.ggml.tokens": ["a", "b", "c"],
};

function makeRow(bytes: Buffer, more: object = {}): Record<string, unknown> {
	return {
		id: repoId,
		tags: ["gguf"],
		siblings: [{ rfilename: file, size: bytes.length }],
		blobs: { [file]: bytes.toString("base64") },
		...more,
	};
}

describe("the header of a GGUF file", () => {
	let harness: Harness | undefined;

	afterEach(async () => {
		await harness?.hub.close();
		harness = undefined;
	});

	async function read(bytes: Buffer) {
		await harness?.hub.close();
		harness = await startHarness({}, { rows: [makeRow(bytes)] });
		return harness.client.readGgufHeader({ repoId, file });
	}

	it("tells layers, heads, context and vocabulary, read by a range of the file and no more", async () => {
		const facts = await read(makeGguf(qwen, ["token_embd.weight", "output.weight"], 9_000_000));
		assert.deepEqual(facts?.architecture, {
			name: "qwen3",
			layers: 36,
			hiddenSize: 4096,
			heads: 32,
			kvHeads: 8,
			headDim: 128,
			vocabSize: 3,
			hasTiedEmbeddings: false,
			feedForwardSize: 12_288,
		});
		assert.deepEqual(facts.contextLength, { value: 40_960, basis: "read", from: "ggufHeader" });
		assert.equal(harness?.hub.requests.length, 1);
		assert.equal(harness?.hub.requests[0]?.path, "/x/model-GGUF/resolve/main/model%20Q4_K_M.gguf");
	});

	it("tells caches layer by layer: heads that differ, windows, and layers without attention", async () => {
		const gemma = await read(
			makeGguf({
				"general.architecture": "gemma4",
				"gemma4.block_count": 6,
				"gemma4.embedding_length": 2048,
				"gemma4.attention.head_count": 8,
				"gemma4.attention.head_count_kv": [8, 8, 8, 8, 8, 1],
				"gemma4.attention.key_length": 512,
				"gemma4.attention.key_length_swa": 256,
				"gemma4.attention.sliding_window": 1024,
				"gemma4.attention.sliding_window_pattern": [true, true, true, true, true, false],
			}),
		);
		assert.deepEqual(gemma?.architecture.kvGroups, [
			{ layers: 5, kvHeads: 8, headDim: 256, slidingWindow: 1024 },
			{ layers: 1, kvHeads: 1, headDim: 512 },
		]);
		const hybrid = await read(
			makeGguf({
				"general.architecture": "lfm2",
				"lfm2.block_count": 4,
				"lfm2.embedding_length": 1024,
				"lfm2.attention.head_count": 16,
				"lfm2.attention.head_count_kv": [0, 4, 0, 4],
			}),
		);
		assert.deepEqual(hybrid?.architecture.kvGroups, [{ layers: 2, kvHeads: 4, headDim: 64 }]);
		assert.equal(hybrid.architecture.kvHeads, undefined);
		const latent = await read(
			makeGguf({
				"general.architecture": "deepseek2",
				"deepseek2.block_count": 61,
				"deepseek2.attention.head_count": 128,
				"deepseek2.attention.head_count_kv": 1,
				"deepseek2.attention.kv_lora_rank": 512,
				"deepseek2.rope.dimension_count": 64,
			}),
		);
		assert.equal(latent?.architecture.mlaCacheSize, 576);
	});

	it("is an error where it is broken, cut off, or no GGUF, whatever it claims", async () => {
		const whole = makeGguf(qwen, ["token_embd.weight"]);
		await assert.rejects(read(whole.subarray(0, 300)), hasCode("badResponse"));
		await assert.rejects(read(whole.subarray(0, whole.length - 10)), hasCode("badResponse"));
		await assert.rejects(read(Buffer.from("<html>not a model</html>")), hasCode("badResponse"));
		const endless = Buffer.from(whole);
		endless.writeBigUInt64LE(0xffff_ffff_ffff_ffffn, 16);
		await assert.rejects(read(endless), hasCode("badResponse"));
		assert.equal(await read(makeGguf({ "general.name": "no architecture" })), undefined);
	});

	it("never throws anything but a HubError, and never tells what is not a count", async () => {
		const start = makeGguf(qwen, ["token_embd.weight"]);
		const flips = fc.array(fc.tuple(fc.nat(start.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
		const [row, hub] = [makeRow(start), await startHarness({}, { rows: [makeRow(start)] })];
		harness = hub;
		await fc.assert(
			fc.asyncProperty(flips, async (changes) => {
				const bytes = Buffer.from(start);
				for (const [at, value] of changes) {
					bytes[at] = value;
				}
				hub.hub.patchModel(repoId, { ...row, blobs: { [file]: bytes.toString("base64") } });
				try {
					const facts = await hub.client.readGgufHeader({ repoId, file });
					for (const value of Object.values(facts?.architecture ?? {})) {
						assert.ok(typeof value !== "number" || (Number.isSafeInteger(value) && value > 0));
					}
				} catch (error) {
					assert.ok(isHubError(error), String(error));
				}
			}),
			{ numRuns: 60 },
		);
	});

	it("is read although the connection breaks at first", async () => {
		harness = await startHarness({}, { rows: [makeRow(makeGguf(qwen))] });
		harness.hub.setFaults([{ match: "/resolve/", dropConnection: true, times: 2 }]);
		const facts = await harness.client.readGgufHeader({ repoId, file });
		assert.equal(facts?.architecture.layers, 36);
		harness.hub.setFaults([{ match: "/resolve/", dropConnection: true, times: 3 }]);
		await assert.rejects(harness.client.readGgufHeader({ repoId, file }), hasCode("offline"));
	});

	it("that does not end is given up after 24 MB", async () => {
		const tokens = Array.from({ length: 400 }, () => "x".repeat(80_000));
		await assert.rejects(
			read(makeGguf({ ...qwen, "tokenizer.ggml.tokens": tokens })),
			hasCode("badResponse"),
		);
		assert.equal(harness?.hub.requests.length, 6);
	});

	it("is not read of a model that is closed to us, and ends when it is cancelled", async () => {
		harness = await startHarness({}, { rows: [makeRow(makeGguf(qwen), { gated: "manual" })] });
		await assert.rejects(harness.client.readGgufHeader({ repoId, file }), hasCode("gated"));
		const cancelled = AbortSignal.abort();
		await assert.rejects(
			harness.client.readGgufHeader({ repoId, file }, { signal: cancelled }),
			hasCode("cancelled"),
		);
		await assert.rejects(harness.client.readGgufHeader({ repoId, file: "none.gguf" }), hasCode("gated"));
	});

	it("is followed to where large files lie, over https alone, and the token is not", async () => {
		const seen: { url: string; token: string | null }[] = [];
		const bytes = makeGguf(qwen);
		const connect = (location: string) =>
			startHarness({
				readToken: async () => "hf_secret",
				fetch: async (input, init) => {
					const url = String(input);
					seen.push({ url, token: new Headers(init?.headers).get("Authorization") });
					return url.startsWith("http://127")
						? new Response(null, { status: 302, headers: { Location: location } })
						: new Response(new Uint8Array(bytes), { status: 206 });
				},
			});
		harness = await connect("https://cdn.example/file?signature=1");
		const facts = await harness.client.readGgufHeader({ repoId, file });
		assert.equal(facts?.architecture.layers, 36);
		assert.deepEqual(
			seen.map(({ token }) => token),
			["Bearer hf_secret", null],
		);
		await harness.hub.close();
		harness = await connect("http://169.254.169.254/latest");
		await assert.rejects(harness.client.readGgufHeader({ repoId, file }), hasCode("badResponse"));
		assert.ok(seen.every(({ url }) => !url.includes("169.254")));
	});
});
