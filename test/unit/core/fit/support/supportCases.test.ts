import assert from "node:assert/strict";
import { askSupport, type WrittenCase } from "./askSupport.ts";

type Row = readonly [name: string, asked: WrittenCase, answer: string];

const nvidia = (computeCapability: number) => ({ vendor: "nvidia", computeCapability });
const amd = (gfx: string, os = "linux") => ({ vendor: "amd", gfx, os });
const apple = { vendor: "apple", os: "macos" };
const llamaCpp = { runtime: "llama.cpp" };

const cases: readonly Row[] = [
	[
		"FP8 (E4M3) safetensors / vLLM / RTX 3090, cc 8.6, Linux: weight-only, half-size weights",
		{ formats: ["fp8"], runtime: "vLLM", ...nvidia(8.6), os: "linux" },
		"emulated R198 C20",
	],
	[
		"FP8-block safetensors / transformers (current) / A100, cc 8.0: expanded to BF16",
		{ formats: ["fp8-block"], runtime: "transformers", ...nvidia(8) },
		"emulated R427 C16",
	],
	[
		"gpt-oss-20b MXFP4 safetensors / vLLM / T4, cc 7.5: below the minimum",
		{ formats: ["mxfp4"], runtime: "vLLM", ...nvidia(7.5) },
		"unsupported R207 C10",
	],
	[
		"gpt-oss GGUF MXFP4 / llama.cpp CUDA / RTX 3060, cc 8.6: by the int8 path",
		{ formats: ["gguf-mxfp4"], ...llamaCpp, backend: "CUDA", ...nvidia(8.6) },
		"emulated R008",
	],
	[
		"NVFP4 safetensors / vLLM / H100, cc 9.0: weight-only",
		{ formats: ["nvfp4"], runtime: "vLLM", ...nvidia(9) },
		"emulated R210",
	],
	[
		"NVFP4 GGUF / llama.cpp Metal / M4, macOS: falls back to the processor",
		{ formats: ["gguf-nvfp4"], ...llamaCpp, backend: "Metal", ...apple },
		"emulated R058",
	],
	[
		"Q4_K_M GGUF / Ollama / RX 6700 XT gfx1031, Linux: an override on ROCm",
		{ formats: ["gguf-k"], runtime: "Ollama", ...amd("gfx1031") },
		"experimental R092",
	],
	[
		"Q4_K_M GGUF / Ollama ROCm / RX 6700 XT gfx1031, Linux: an override",
		{ formats: ["Q4_K_M"], runtime: "ollama", backend: "ROCm", ...amd("gfx1031") },
		"experimental R092",
	],
	[
		"Q4_K_M GGUF / Ollama Vulkan / RX 6700 XT gfx1031, Linux: the native route",
		{ formats: ["gguf-k"], runtime: "Ollama", backend: "Vulkan", ...amd("gfx1031") },
		"native R098",
	],
	[
		"Q4_K_M GGUF / llama.cpp CUDA 13 binary / GTX 1080, cc 6.1: not built for it",
		{ formats: ["gguf-k"], ...llamaCpp, backend: "CUDA 13 binary", ...nvidia(6.1) },
		"unsupported R004",
	],
	[
		"Q4_K_M GGUF / llama.cpp / GTX 1080, cc 6.1: the CUDA 12 binary does",
		{ formats: ["gguf-k"], ...llamaCpp, ...nvidia(6.1) },
		"native R002",
	],
	[
		"FP8-block MoE / vLLM ROCm / Strix Halo gfx1151: stops at the start",
		{ formats: ["fp8-block"], runtime: "vLLM", backend: "ROCm", vendor: "amd", gfx: "gfx1151" },
		"unsupported R236",
	],
	[
		"EXL2 / ExLlamaV2 / M3 Max",
		{ formats: ["exl2"], runtime: "ExLlamaV2", vendor: "apple" },
		"unsupported R459",
	],
	[
		"FP8 safetensors / diffusers on MPS / M4, macOS: no such type there",
		{ formats: ["fp8"], runtime: "diffusers", backend: "MPS", ...apple },
		"unsupported R600",
	],
	[
		"BF16 safetensors / vLLM prebuilt (current) / V100, cc 7.0: below the floor",
		{ formats: ["safetensors-bf16"], runtime: "vLLM", ...nvidia(7) },
		"unsupported R189 C02",
	],
	[
		"Q4_K_M GGUF / llama.cpp Hexagon / Snapdragon X Elite: no kernel there",
		{ formats: ["gguf-k"], ...llamaCpp, backend: "Hexagon", vendor: "qualcomm" },
		"emulated R074",
	],
	[
		"Q4_0 GGUF / llama.cpp Hexagon / Snapdragon X Elite",
		{ formats: ["Q4_0"], ...llamaCpp, backend: "Hexagon", vendor: "qualcomm" },
		"experimental R075",
	],
];

const surprises: readonly Row[] = [
	[
		"vLLM: INT8 W8A8 does not run on Blackwell",
		{ formats: ["int8-w8a8"], runtime: "vLLM", ...nvidia(12) },
		"unsupported R201",
	],
	["vLLM: FP8 runs on a T4", { formats: ["fp8"], runtime: "vLLM", ...nvidia(7.5) }, "emulated R198 C20"],
	[
		"transformers expands GGUF to full precision",
		{ formats: ["gguf-k"], runtime: "transformers", ...nvidia(8.9) },
		"emulated R367",
	],
	[
		"vLLM needs a plugin for GGUF",
		{ formats: ["gguf-k"], runtime: "vLLM", ...nvidia(8.9) },
		"experimental R222 C05",
	],
	[
		"vLLM: FP16 on a V100 was of older releases",
		{ formats: ["safetensors-f16"], runtime: "vLLM", ...nvidia(7) },
		"unsupported R189 C02",
	],
	[
		"vLLM has no native Windows, whatever the card",
		{ formats: ["nvfp4"], runtime: "vLLM", ...nvidia(12), os: "Windows 11" },
		"unsupported R192",
	],
	[
		"vLLM has no native Windows on AMD either",
		{ formats: ["awq"], runtime: "vLLM", ...amd("gfx1100", "windows") },
		"unsupported R193",
	],
	[
		"llama.cpp: FP4 tensor cores on an RTX 5090",
		{ formats: ["gguf-mxfp4"], ...llamaCpp, ...nvidia(12) },
		"native R007",
	],
	[
		"llama.cpp: B200 uses the int8 path",
		{ formats: ["gguf-mxfp4"], ...llamaCpp, ...nvidia(10) },
		"emulated R008",
	],
	[
		"Vulkan has TQ2_0",
		{ formats: ["gguf-tq"], ...llamaCpp, backend: "Vulkan", vendor: "amd" },
		"native R040",
	],
	["CUDA lacks TQ2_0", { formats: ["gguf-tq"], ...llamaCpp, ...nvidia(8.9) }, "emulated R011"],
	[
		"CUDA lacks TQ2_0 on Windows too",
		{ formats: ["gguf-tq"], ...llamaCpp, ...nvidia(8.9), os: "windows" },
		"emulated R011",
	],
	[
		"Ollama picks a CUDA 12 runner for a GTX 1080",
		{ formats: ["gguf-k"], runtime: "Ollama", ...nvidia(6.1) },
		"native R086",
	],
	[
		"llama.cpp: the Linux zip omits RDNA2",
		{ formats: ["gguf-k"], ...llamaCpp, backend: "HIP", ...amd("gfx1030") },
		"experimental R023 C07",
	],
	[
		"llama.cpp: the Windows zip has it",
		{ formats: ["gguf-k"], ...llamaCpp, backend: "ROCm", ...amd("gfx1030", "windows") },
		"native R024",
	],
	[
		"llama.cpp: 780M is missing on Windows",
		{ formats: ["gguf-k"], ...llamaCpp, backend: "HIP", ...amd("gfx1103", "windows") },
		"unsupported R025",
	],
	["vLLM: FP8 on RDNA4", { formats: ["fp8"], runtime: "vLLM", ...amd("gfx1201") }, "native R234"],
	["MXFP4 in vLLM: gfx950", { formats: ["mxfp4"], runtime: "vLLM", ...amd("gfx950") }, "native R237"],
	[
		"MXFP4 in vLLM: MI300 expands it",
		{ formats: ["mxfp4"], runtime: "vLLM", ...amd("gfx942") },
		"emulated R238 C21",
	],
	[
		"TensorRT-LLM: no AWQ on Blackwell",
		{ formats: ["awq"], runtime: "TensorRT-LLM", ...nvidia(10) },
		"unsupported R313",
	],
	[
		"TensorRT-LLM: no AWQ on consumer Blackwell",
		{ formats: ["awq"], runtime: "trt-llm", ...nvidia(12) },
		"unsupported R311",
	],
	[
		"TensorRT-LLM: no Turing",
		{ formats: ["gptq"], runtime: "TensorRT-LLM", ...nvidia(7.5) },
		"unsupported R320",
	],
	[
		"Transformer Engine: no MXFP8 on 12.0",
		{ formats: ["mxfp8"], runtime: "hardware", ...nvidia(12) },
		"unsupported R452",
	],
	[
		"SGLang refuses NVFP4 on Hopper",
		{ formats: ["nvfp4"], runtime: "SGLang", ...nvidia(9) },
		"unsupported R288",
	],
	[
		"Nunchaku: no Hopper",
		{ formats: ["nunchaku-int4"], runtime: "diffusers", ...nvidia(9) },
		"unsupported R597",
	],
	["EXL3 on Ampere", { formats: ["exl3"], runtime: "ExLlamaV3", ...nvidia(8.6) }, "native R462"],
	["EXL3: no ROCm", { formats: ["exl3"], runtime: "ExLlamaV3", ...amd("gfx1100") }, "unsupported R465"],
	[
		"FA2 does not run on Turing",
		{ formats: ["flash-attention"], runtime: "flash-attention", backend: "FA2", ...nvidia(7.5) },
		"unsupported R518",
	],
	["NF4 from 6.0", { formats: ["bnb-4bit"], runtime: "bitsandbytes", ...nvidia(6.1) }, "native R484"],
	["LLM.int8 from 7.5", { formats: ["bnb-int8"], runtime: "bitsandbytes", ...nvidia(7) }, "unsupported R486"],
	["bitsandbytes on MPS", { formats: ["bnb-4bit"], runtime: "bitsandbytes", ...apple }, "native R496 C14"],
	[
		"AMX idles on IQ quants",
		{ formats: ["gguf-iq"], ...llamaCpp, backend: "CPU AMX", vendor: "cpu" },
		"emulated R065",
	],
	["mlx-lm loads AWQ", { formats: ["awq"], runtime: "mlx-lm", ...apple }, "native R478"],
	[
		"Ollama turns block-FP8 into mxfp8",
		{ formats: ["fp8-block"], runtime: "Ollama", ...apple },
		"emulated R108",
	],
	["Ollama rejects E5M2", { formats: ["fp8-e5m2"], runtime: "Ollama", ...apple }, "unsupported R109"],
	[
		"diffusers has no IQ quants, for all its GGUF kernels",
		{ formats: ["IQ4_XS"], runtime: "diffusers", ...nvidia(8.9) },
		"unsupported R593",
	],
];

const usual: readonly Row[] = [
	["Q4_K_M on an RTX 3060", { formats: ["gguf-k"], ...llamaCpp, ...nvidia(8.6) }, "native R001"],
	["Q4_K_M on an M1", { formats: ["gguf-k"], ...llamaCpp, vendor: "apple" }, "native R057"],
	[
		"Q4_K_M on an Arc B580",
		{ formats: ["gguf-k"], ...llamaCpp, vendor: "intel", os: "linux" },
		"native R050",
	],
	["Q4_K_M on Strix Halo", { formats: ["gguf-k"], ...llamaCpp, ...amd("gfx1151") }, "native R035"],
	["Q4_K_M on a processor", { formats: ["gguf-k"], ...llamaCpp, vendor: "cpu" }, "native R063"],
	["AWQ in vLLM on an H100", { formats: ["awq"], runtime: "vLLM", ...nvidia(9) }, "native R141"],
	["FP8 in vLLM on a B200", { formats: ["fp8"], runtime: "vLLM", ...nvidia(10) }, "native R199"],
	["FP8 in vLLM on an MI300X", { formats: ["fp8"], runtime: "vLLM", ...amd("gfx942") }, "native R233"],
	[
		"BF16 in vLLM on an RX 7900 XTX",
		{ formats: ["safetensors-bf16"], runtime: "vLLM", ...amd("gfx1100") },
		"native R227",
	],
	[
		"BF16 in vLLM on an MI300X",
		{ formats: ["safetensors-bf16"], runtime: "vLLM", ...amd("gfx942") },
		"native R227",
	],
	[
		"AWQ in vLLM on an MI300X: sources disagree",
		{ formats: ["awq"], runtime: "vLLM", ...amd("gfx942") },
		"native R229 C01",
	],
	["AWQ in llama.cpp", { formats: ["awq"], ...llamaCpp, ...nvidia(8.9) }, "unsupported R014"],
	["MLX on an M5", { formats: ["mlx"], runtime: "mlx-lm", vendor: "apple" }, "native R468"],
	["MLX on an RX 9070 XT", { formats: ["mlx"], runtime: "mlx-lm", ...amd("gfx1201") }, "unsupported R473"],
];

for (const [title, rows] of [
	["software support, case by case", cases],
	["software support that surprises", surprises],
	["software support on usual hardware", usual],
] as const) {
	describe(title, () => {
		for (const [name, asked, answer] of rows) {
			it(name, () => assert.equal(askSupport(asked), answer));
		}
	});
}
