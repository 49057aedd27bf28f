import assert from "node:assert/strict";
import type { Candidate } from "../../../../../src/core/fit/candidate.ts";
import formatRules from "../../../../../src/core/fit/support/formatRules.json" with { type: "json" };
import { judgeSupport, type SupportVerdict } from "../../../../../src/core/fit/support/judgeSupport.ts";
import { runsAt } from "../../../../../src/core/fit/support/lookUpSupport.ts";
import { matchFormatRule } from "../../../../../src/core/fit/support/matchFormatRule.ts";
import { nameFormats } from "../../../../../src/core/fit/support/nameFormats.ts";
import { readSupportTable } from "../../../../../src/core/fit/support/supportTable.ts";
import { parseTargets } from "../../../../../src/core/hardware/parseTargets.ts";
import type { Device, Target, Vendor } from "../../../../../src/core/hardware/target.ts";
import { vendors } from "../../../../../src/core/hardware/target.ts";
import { makeTarget } from "../samples.ts";

describe("whether a target's software runs a model", () => {
	it("FP8 on MI250: memory may do, the software does not, and sources disagree", () => {
		const verdict = judge({ method: "fp8", bits: 8 }, "amd", { gfxVersion: "gfx90a" });
		assert.equal(verdict.support, "unsupported");
		assert.equal(verdict.conflict, "C03");
		assert.match(verdict.rule?.asOf ?? "", /^\d{4}-\d\d$/);
		assert.equal(judge({ method: "fp8", bits: 8 }, "amd", { gfxVersion: "gfx942" }).support, "native");
	});

	it("bitsandbytes on an old card: what loads it needs the library, which does not run", () => {
		const old = judge({ method: "bitsandbytes", bits: 4 }, "nvidia", { computeCapability: "5.2" });
		assert.deepEqual([old.support, old.rule?.id], ["unsupported", "R487"]);
		const transformers = old.answers.find(({ runtime }) => runtime === "transformers");
		assert.equal(transformers?.rule?.runtime, "bitsandbytes");
		assert.equal(
			judge({ method: "bitsandbytes", bits: 8 }, "nvidia", { computeCapability: "7.0" }).support,
			"unsupported",
		);
		assert.equal(
			judge({ method: "bitsandbytes", bits: 4 }, "nvidia", { computeCapability: "8.6" }).support,
			"native",
		);
		assert.equal(
			judge({ method: "bitsandbytes", bits: 4 }, "amd", { gfxVersion: "gfx906" }).support,
			"unsupported",
		);
	});

	it("MLX weights run on Apple, not on AMD", () => {
		assert.equal(judge({ format: "mlx", bits: 4 }, "apple").support, "native");
		assert.equal(judge({ format: "mlx", bits: 4 }, "amd", { gfxVersion: "gfx1100" }).support, "unsupported");
	});

	it("the best runtime is named, with its rule, and the others are told", () => {
		const verdict = judge({ method: "awq", bits: 4 }, "nvidia", { computeCapability: "8.9" });
		assert.equal(verdict.support, "native");
		assert.ok(verdict.runtime !== undefined && verdict.rule?.runtime === verdict.runtime);
		assert.ok(
			verdict.answers.some(({ runtime, support }) => runtime === "llama.cpp" && support === "unsupported"),
		);
	});

	it("only the runtimes that a target has are asked", () => {
		const awq = { method: "awq", bits: 4 };
		const card = { computeCapability: "8.9" };
		const ollama = judge(awq, "nvidia", { ...card, runtimes: ["ollama"] });
		assert.deepEqual([ollama.support, ollama.rule?.id], ["unsupported", "R111"]);
		const both = judge(awq, "nvidia", { ...card, runtimes: ["ollama", "vllm"] });
		assert.deepEqual([both.support, both.runtime], ["native", "vLLM"]);
		const own = judge(awq, "nvidia", { ...card, runtimes: ["our own server"] });
		assert.deepEqual([own.support, own.rule], ["unknown", undefined]);
		assert.equal(
			judge(awq, "nvidia", { ...card, runtimes: ["ollama", "our own server"] }).support,
			"unknown",
		);
	});

	it("what a runtime loads weights as", () => {
		const card = { computeCapability: "8.0", runtimes: ["transformers"] };
		const expanded = judge({ method: "fp8", bits: 8 }, "nvidia", card);
		assert.deepEqual([expanded.support, expanded.loadsAs], ["emulated", "bf16"]);
		const kept = judge({ method: "fp8", bits: 8 }, "nvidia", { ...card, runtimes: ["vLLM"] });
		assert.deepEqual([kept.support, kept.loadsAs], ["emulated", "fp8-weight-only"]);
		assert.equal(
			judge({ method: "fp8", bits: 8 }, "nvidia", { computeCapability: "8.9" }).loadsAs,
			undefined,
		);
	});

	it("the best backend of a runtime: Vulkan, where ROCm needs an override", () => {
		const verdict = judge({ format: "gguf", label: "Q4_K_M" }, "amd", {
			gfxVersion: "gfx1031",
			runtimes: ["Ollama"],
		});
		assert.deepEqual([verdict.support, verdict.backend], ["native", "Vulkan"]);
		assert.deepEqual(
			verdict.answers[0]?.others.map(({ backend, support }) => [backend, support]),
			[["ROCm", "experimental"]],
		);
	});

	it("the system where it is known", () => {
		const target = { ...makeTarget("nvidia", [24], { computeCapability: "8.9" }), runtimes: ["vLLM"] };
		assert.equal(judgeSupport(candidate({ method: "awq" }), target, readSupportTable()).support, "native");
		assert.equal(
			judgeSupport(candidate({ method: "awq" }), target, readSupportTable(), "win32").support,
			"unsupported",
		);
	});

	it("GGUF runs on every vendor, and what has no name in the table is not known", () => {
		for (const vendor of vendors) {
			const device = vendor === "nvidia" ? { computeCapability: "8.6" } : {};
			assert.equal(judge({ format: "gguf", label: "Q4_K_M" }, vendor, device).support, "native", vendor);
		}
		assert.deepEqual(judge({ format: "keras" }, "nvidia"), { support: "unknown", answers: [] });
		assert.equal(judge({ method: "awq" }, "nvidia").rule?.minComputeCapability, undefined);
	});

	it("what is said of a format as such does not contradict the table", () => {
		const table = readSupportTable();
		let checked = 0;
		for (const row of formatRules.rules) {
			for (const vendor of vendors.filter((name) => name in row.on)) {
				const devices: Partial<Device>[] =
					"gfxVersions" in row && row.gfxVersions
						? row.gfxVersions.map((gfxVersion) => ({ gfxVersion }))
						: [
								{
									...("maxComputeCapability" in row && {
										computeCapability: String(row.maxComputeCapability),
									}),
								},
							];
				for (const device of devices) {
					for (const method of "methods" in row && row.methods ? row.methods : [undefined]) {
						const format = "formats" in row && row.formats ? row.formats[0] : "safetensors";
						const asked = candidate({
							...(format !== undefined && { format: asFormat(format) }),
							...(method !== undefined && { method }),
						});
						const target = makeTarget(vendor, [16], device);
						const id = matchFormatRule(asked, target);
						assert.ok(id !== undefined && table.byId.has(id), `${vendor} ${format} ${method}`);
						const rule = table.byId.get(id);
						assert.ok(rule?.support === "unsupported" || rule?.conflict !== undefined, id);
						const { answers, support } = judgeSupport(asked, target, table);
						assert.ok(!answers.some((answer) => runsAt(answer.support)), `${id}: something runs`);
						assert.equal(support, "unsupported");
						checked++;
					}
				}
			}
		}
		assert.ok(checked > 20, `${checked}`);
	});
});

describe("a candidate in the table's names", () => {
	const rows: readonly (readonly [Partial<Candidate>, readonly string[]])[] = [
		[{ format: "gguf", label: "Q4_K_M" }, ["gguf-k"]],
		[{ format: "gguf", label: "UD-Q4_K_XL" }, ["gguf-k"]],
		[{ format: "gguf", label: "IQ2_XXS" }, ["gguf-iq"]],
		[{ format: "gguf", label: "Q8_0" }, ["gguf-legacy"]],
		[{ format: "gguf", label: "TQ1_0" }, ["gguf-tq"]],
		[{ format: "gguf", label: "MXFP4_MOE" }, ["gguf-mxfp4"]],
		[{ format: "gguf", label: "BF16" }, ["gguf-bf16"]],
		[{ format: "gguf", label: "F16" }, ["gguf-f16"]],
		[{ format: "gguf", label: "?" }, ["gguf"]],
		[{ method: "awq" }, ["awq"]],
		[{ method: "fp8" }, ["fp8", "fp8-block"]],
		[{ method: "bitsandbytes", bits: 4 }, ["bnb-4bit"]],
		[{ method: "bitsandbytes" }, ["bnb-4bit", "bnb-int8"]],
		[{ method: "modelopt", bits: 4 }, ["nvfp4"]],
		[{ method: "mxfp4" }, ["mxfp4"]],
		[{ method: "compressed-tensors" }, ["compressed-tensors"]],
		[{ label: "16-bit", bits: 16 }, ["safetensors-bf16", "safetensors-f16"]],
		[{ label: "fp16", bits: 16 }, ["safetensors-f16"]],
		[{ label: "32-bit", bits: 32 }, ["safetensors-f32"]],
		[{ format: "onnx" }, ["onnx"]],
		[{ format: "tflite" }, []],
	];
	for (const [facts, names] of rows) {
		it(
			`${facts.format ?? "safetensors"} ${facts.method ?? facts.label ?? ""} ${facts.bits ?? ""}`.trim(),
			() => {
				assert.deepEqual(nameFormats(candidate(facts)), names);
			},
		);
	}
});

describe("the runtimes of a target", () => {
	it("come back as they were remembered", () => {
		const target: Target = { ...makeTarget("nvidia", [24]), runtimes: ["vLLM", "our own"] };
		assert.deepEqual(parseTargets([target]), [target]);
		assert.deepEqual(parseTargets([{ ...target, runtimes: [1] }]), []);
	});
});

function asFormat(name: string): NonNullable<Candidate["format"]> {
	return name === "mlx" || name === "coreml" || name === "openvino" ? name : "safetensors";
}

function candidate(facts: Partial<Candidate>): Candidate {
	return { label: facts.method ?? "16-bit", format: "safetensors", isAssumed: false, ...facts };
}

function judge(
	facts: Partial<Candidate>,
	vendor: Vendor,
	target: Partial<Target> & Partial<Device> = {},
): SupportVerdict {
	return judgeSupport(candidate(facts), makeTarget(vendor, [24], target), readSupportTable());
}
