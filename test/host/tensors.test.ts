import assert from "node:assert/strict";
import { makeSafetensors } from "../hub/makeSafetensors.ts";
import { closeEditors } from "./editors.ts";
import { useHub } from "./hubHarness.ts";
import { openPanel } from "./panelHarness.ts";

const header = makeSafetensors({
	"model.embed_tokens.weight": ["BF16", [100, 8], 1600],
	"model.layers.0.self_attn.q_proj.weight": ["F8_E4M3", [64, 64], 4096],
	"model.layers.0.self_attn.q_proj.weight_scale_inv": ["F32", [1, 1], 4],
});

function makeRow(id: string, quantization: object | undefined): Record<string, unknown> {
	return {
		id,
		pipeline_tag: "text-generation",
		library_name: "transformers",
		tags: ["transformers", "safetensors", "text-generation"],
		safetensors: { parameters: { BF16: 8e9 }, total: 8e9 },
		...(quantization && {
			config: { quantization_config: quantization },
			safetensors: { parameters: { F8_E4M3: 7e9, BF16: 1e9 }, total: 8e9 },
		}),
		siblings: [{ rfilename: "model.safetensors", size: 9_000_000_000 }],
		blobs: { "model.safetensors": header.toString("base64") },
		createdAt: "2026-02-15T00:00:00.000Z",
		lastModified: "2026-03-01T00:00:00.000Z",
	};
}

describe("the tensors of a model", () => {
	const stage = useHub({
		rows: [makeRow("maker/Packed-8B", { quant_method: "fp8" }), makeRow("maker/Plain-8B", undefined)],
	});

	afterEach(closeEditors);

	const readFiles = (): number =>
		stage.hub.requests.filter(({ path }) => path.endsWith("/model.safetensors")).length;

	it("are read from the headers of quantized weights, shown by type, and kept", async () => {
		stage.hub.clearRequests();
		const panel = await openPanel("maker/Packed-8B");
		const { fit } = await panel.readUntil("what it is stored as", (view) =>
			view.fit.rows.some(({ cells }) =>
				cells.some(({ parts }) => parts.some(({ label }) => label === "Stored as")),
			),
		);
		const line = fit.rows[0]?.cells[0]?.parts.find(({ label }) => label === "Stored as");
		assert.match(line?.value ?? "", /^F8_E4M3 .+ · BF16 .+ · F32 /);
		assert.equal(readFiles(), 1);
		assert.ok(stage.hub.requests.filter(({ path }) => path.includes("Packed-8B")).length <= 6);
		await closeEditors();
		await (await openPanel("maker/Packed-8B")).readWhole();
		assert.equal(readFiles(), 1);
	});

	it("are not asked for where the Hub's counts say it all", async () => {
		stage.hub.clearRequests();
		await (await openPanel("maker/Plain-8B")).readWhole();
		assert.equal(readFiles(), 0);
	});
});
