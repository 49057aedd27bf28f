import assert from "node:assert/strict";
import * as vscode from "vscode";
import { makeGguf } from "../hub/makeGguf.ts";
import { closeEditors } from "./editors.ts";
import { setSetting, useHub } from "./hubHarness.ts";
import { openPanel, readRefusal } from "./panelHarness.ts";
import { findRow, listRows, readDescription, readLabel } from "./tree.ts";
import { until } from "./until.ts";

const repoId = "maker/Fresh-8B";

const lonelyHeader = {
	"general.architecture": "qwen3",
	"qwen3.block_count": 36,
	"qwen3.context_length": 40_960,
	"qwen3.embedding_length": 4096,
	"qwen3.attention.head_count": 32,
	"qwen3.attention.head_count_kv": 8,
	"qwen3.attention.key_length": 128,
};

/** A model, and what five others made of it; of each the files that matter. */
const rows: readonly Record<string, unknown>[] = [
	{
		id: repoId,
		pipeline_tag: "text-generation",
		library_name: "transformers",
		tags: ["transformers", "safetensors", "text-generation", "license:mit"],
		safetensors: { parameters: { BF16: 8_190_735_360 }, total: 8_190_735_360 },
		siblings: [{ rfilename: "model.safetensors", size: 16_381_470_720 }],
		configJson: {
			model_type: "qwen3",
			num_hidden_layers: 36,
			num_attention_heads: 32,
			num_key_value_heads: 8,
			head_dim: 128,
			hidden_size: 4096,
			vocab_size: 151_936,
			max_position_embeddings: 40_960,
		},
		downloads: 5000,
		trendingScore: 90,
		createdAt: "2026-02-15T00:00:00.000Z",
		lastModified: "2026-03-01T00:00:00.000Z",
	},
	quantize("maker/Fresh-8B-GGUF", "gguf", 900, [
		["Fresh-8B-Q8_0.gguf", 8_709_518_112],
		["Fresh-8B-Q4_K_M.gguf", 5_027_783_488],
		["mmproj-F16.gguf", 600_000_000],
	]),
	quantize("someone/Fresh-8B-GGUF", "gguf", 90_000, [["Fresh-8B-Q6_K.gguf", 6_725_899_040]]),
	quantize("bartowski/Fresh-8B-GGUF", "gguf", 700, [["Fresh-8B-Q6_K.gguf", 6_725_900_000]], "2026-02-01"),
	quantize("RedHatAI/Fresh-8B-FP8-dynamic", "fp8", 400, [["model.safetensors", 9_000_000_000]]),
	{
		...quantize("elsewhere/Lonely-8B-GGUF", "gguf", 10, [["Lonely-8B-Q4_K_M.gguf", 5_027_783_488]]),
		tags: ["gguf"],
		gguf: { total: 8_190_735_360, architecture: "qwen3", context_length: 40_960 },
		blobs: { "Lonely-8B-Q4_K_M.gguf": makeGguf(lonelyHeader, ["token_embd.weight"]).toString("base64") },
	},
	quantize("mlx-community/Fresh-8B-4bit", "mlx", 300, [["model.safetensors", 4_600_000_000]]),
];

function quantize(
	id: string,
	kind: "gguf" | "fp8" | "mlx",
	downloads: number,
	files: readonly (readonly [string, number])[],
	modified = "2026-04-01",
): Record<string, unknown> {
	return {
		id,
		pipeline_tag: "text-generation",
		tags: [kind === "fp8" ? "safetensors" : kind, `base_model:quantized:${repoId}`, `base_model:${repoId}`],
		...(kind === "fp8" && { config: { quantization_config: { quant_method: "fp8", bits: 8 } } }),
		...(kind === "mlx" && { library_name: "mlx", config: { quantization_config: { bits: 4 } } }),
		siblings: files.map(([rfilename, size]) => ({ rfilename, size })),
		downloads,
		createdAt: "2026-01-02T00:00:00.000Z",
		lastModified: `${modified}T00:00:00.000Z`,
	};
}

describe("what others offer of a model", () => {
	const stage = useHub({ rows });

	afterEach(closeEditors);

	const readOffered = (): string[] =>
		stage.hub.requests.map(({ path }) => path).filter((path) => /models\/[^?]*Fresh-8B-/.test(path));

	it("is read as far as six requests reach, the makers' own first, and the rest when asked for", async () => {
		stage.hub.clearRequests();
		const panel = await openPanel(repoId);
		const first = await panel.readWhole();
		const all = stage.hub.requests.map(({ path }) => path).filter((path) => path.includes("Fresh-8B"));
		assert.ok(all.length <= 6, all.join("\n"));
		assert.match(readOffered()[0] ?? "", /maker\/Fresh-8B-GGUF\?/);
		assert.ok(first.fit.rows.some(({ owner }) => owner?.repoId === "maker/Fresh-8B-GGUF"));
		assert.ok(first.fit.offers, "there is more");
		await panel.rpc.call("readOffers", {});
		const { fit } = await panel.readUntil("all of them", (view) => view.fit.offers === undefined);
		assert.deepEqual(
			fit.rows.map(({ name, owner, caveat }) => [name, owner?.words, caveat]),
			[
				["16-bit", undefined, undefined],
				["Q8_0", "maker/Fresh-8B-GGUF, by the model's makers", undefined],
				["FP8", "RedHatAI/Fresh-8B-FP8-dynamic, a converter that many rely on", undefined],
				["Q6_K", "someone/Fresh-8B-GGUF", undefined],
				["Q4_K_M", "maker/Fresh-8B-GGUF, by the model's makers", undefined],
				["MLX 4-bit", "mlx-community/Fresh-8B-4bit, a converter that many rely on", undefined],
			],
			"of two Q6_K the one of the present weights",
		);
		assert.ok(fit.rows[1]?.cells[0]?.parts.some(({ label }) => label === "Projector, to see images"));
		assert.equal(new Set(fit.rows.map(({ key }) => key)).size, fit.rows.length);
		const asked = readOffered().length;
		await closeEditors();
		await (await openPanel(repoId)).readWhole();
		assert.equal(readOffered().length, asked, "what was read is kept");
	});

	it("says the same of fit in the panel, the row and its tooltip", async () => {
		await vscode.commands.executeCommand("openModels.refreshModels");
		const panel = await openPanel(repoId);
		const { fit } = await panel.readWhole();
		const row = await until("the row with its verdict", async () => {
			const found = (await listRows(stage.api.models)).find((each) => readLabel(each) === "Fresh-8B");
			return found && /fit/.test(readDescription(found)) && found;
		});
		assert.equal(fit.targets.length, 1);
		const best = fit.rows.find(({ cells }) => cells[0]?.isBest);
		if (best) {
			const verdict = `fits ${best.name} ${best.cells[0]?.required}`;
			assert.ok(readDescription(row).startsWith(verdict), readDescription(row));
		} else {
			assert.ok(!readDescription(row).startsWith("fits"), readDescription(row));
			assert.ok(fit.rows.every(({ cells }) => cells[0]?.answer !== "fits"));
		}
		await stage.api.models.resolveTreeItem(row.item, row.node);
		const { tooltip } = row.item;
		assert.ok(tooltip instanceof vscode.MarkdownString);
		assert.match(tooltip.value, /Software/);
	});

	it("lists them below the model in the sidebar, with whose they are", async () => {
		const model = findRow(await listRows(stage.api.models), "Fresh-8B");
		const group = findRow(await listRows(stage.api.models, model.node), "Files to load");
		const files = await listRows(stage.api.models, group.node);
		assert.ok(files.some((file) => readDescription(file).includes("maker/Fresh-8B-GGUF")));
	});

	it("copies how a verdict was computed: whose file, every part, what would change it, how it runs", async () => {
		const panel = await openPanel(repoId);
		const { fit } = await panel.readWhole();
		const artifact = fit.rows.findIndex(({ name }) => name === "Q4_K_M");
		await panel.rpc.call("copyVerdict", { artifact, target: 0 });
		const text = await vscode.env.clipboard.readText();
		for (const words of [
			"maker/Fresh-8B-GGUF",
			"Weights: 5.0 GB (Read from file sizes)",
			"KV cache at",
			"Largest context",
			"llama.cpp: runs",
		]) {
			assert.ok(text.includes(words), `${words} is not in:\n${text}`);
		}
	});

	it("tells the KV cache exactly from the header of a GGUF file, where there is no configuration", async () => {
		const panel = await openPanel("elsewhere/Lonely-8B-GGUF");
		const { fit, facts } = await panel.readWhole();
		const cache = fit.rows[0]?.cells[0]?.parts.find(({ label }) => label.startsWith("KV cache"));
		assert.deepEqual(
			[cache?.value, cache?.detail],
			["1.2 GB", "Computed from layers, heads and context length"],
			"36 layers × 8 heads × 128 × 2 × 2 bytes × 8,192 tokens",
		);
		const context = facts.find(({ label }) => label === "Context");
		assert.equal(context?.detail, "Read from the header of a GGUF file");
	});

	it("is not asked for when the Hub is switched off", async () => {
		const panel = await openPanel(repoId);
		await panel.readWhole();
		await setSetting("offline", true);
		try {
			stage.hub.clearRequests();
			assert.equal(await readRefusal(panel.rpc.call("readOffers", {})), "failed");
			assert.equal(stage.hub.requests.length, 0);
		} finally {
			await setSetting("offline", undefined);
		}
	});
});
