import assert from "node:assert/strict";
import { askSupport, type WrittenCase } from "./askSupport.ts";

type Row = readonly [asked: WrittenCase, answer: string];

const nvidia = (computeCapability: number | string) => ({ vendor: "NVIDIA", computeCapability });
const amd = (gfx: string, os?: string) => ({ vendor: "AMD", gfx, ...(os !== undefined && { os }) });
const llamaCpp = { runtime: "llama.cpp" };

/** The same questions as other people write them. Answers by hand, from the rules. */
const spellings: readonly Row[] = [
	[
		{ formats: ["FP8 (E4M3)"], runtime: "vllm", backend: "cuda", ...nvidia("8.6"), os: "wsl2" },
		"emulated R198 C20",
	],
	[{ formats: ["float8"], runtime: "vLLM 0.32", ...nvidia("sm_90") }, "native R169"],
	[{ formats: ["fp8_e4m3"], runtime: "vLLM", ...nvidia("sm_86"), os: "Ubuntu 24.04" }, "emulated R198 C20"],
	[{ formats: ["FP8-block"], runtime: "Hugging Face Transformers", ...nvidia(8) }, "emulated R427 C16"],
	[{ formats: ["FP8 blockwise"], runtime: "HF transformers", ...nvidia("compute_80") }, "emulated R427 C16"],
	[{ formats: ["Q4_K_M"], runtime: "llama-server", ...nvidia(8.6) }, "native R001"],
	[{ formats: ["GGUF Q4_K_M"], runtime: "llama_cpp", backend: "CUDA 12", ...nvidia(6.1) }, "native R002"],
	[{ formats: ["Q5_K_S GGUF"], runtime: "llamacpp", backend: "cuBLAS", ...nvidia(5.2) }, "emulated R003"],
	[{ formats: ["IQ3_XXS"], ...llamaCpp, backend: "CUDA13", ...nvidia("6.1") }, "unsupported R004"],
	[{ formats: ["gguf-k"], ...llamaCpp, backend: "cu130", ...nvidia(7) }, "unsupported R004"],
	[{ formats: ["gguf-k"], ...llamaCpp, backend: "CUDA 13.1 binary", ...nvidia(7.5) }, "native R001"],
	[
		{ formats: ["NVFP4 GGUF"], ...llamaCpp, backend: "metal", vendor: "Apple", os: "macOS 15" },
		"emulated R058",
	],
	[{ formats: ["Q2_K"], ...llamaCpp, backend: "oneAPI", vendor: "Intel", os: "linux" }, "native R050"],
	[{ formats: ["IQ4_XS"], ...llamaCpp, backend: "AMX", vendor: "cpu" }, "emulated R065"],
	[{ formats: ["gguf-k"], ...llamaCpp, backend: "CPU (arm64)", vendor: "cpu" }, "native R066"],
	[
		{ formats: ["Q4_K_M"], ...llamaCpp, backend: "hexagon NPU", vendor: "Snapdragon X Elite" },
		"emulated R074",
	],
	[{ formats: ["gguf"], ...llamaCpp, backend: "Hexagon", vendor: "Qualcomm" }, "experimental R075"],
	[{ formats: ["gguf"], ...llamaCpp, backend: "CUDA", ...nvidia(6.1), os: "Windows 10" }, "native R006"],
	[{ formats: ["gguf"], runtime: "OLLAMA", ...amd("GFX1031", "Debian 13") }, "experimental R092"],
	[{ formats: ["q4_k_m"], runtime: "ollama", ...amd("1031"), os: "linux" }, "experimental R092"],
	[{ formats: ["gguf-k"], runtime: "Ollama", ...amd("gfx1100 (RX 7900 XTX)", "win32") }, "native R094 C08"],
	[{ formats: ["gguf-k"], runtime: "Ollama", backend: "ROCm 7", ...amd("gfx906") }, "unsupported R093"],
	[{ formats: ["gguf-k"], runtime: "Ollama", backend: "RADV", ...amd("gfx906", "linux") }, "native R098"],
	[{ formats: ["mlx-4bit"], runtime: "MLX", vendor: "Apple Silicon" }, "native R468"],
	[{ formats: ["MLX 8bit"], runtime: "mlx-lm", backend: "CUDA", ...nvidia(8.6) }, "experimental R470"],
	[{ formats: ["gguf"], runtime: "LMStudio", backend: "Vulkan", ...amd("gfx906") }, "native R139"],
	[{ formats: ["gguf-q8_0"], runtime: "ik_llama", backend: "ROCm", ...amd("gfx1100") }, "unsupported R083"],
	[{ formats: ["AWQ 4-bit"], runtime: "TensorRT LLM", ...nvidia(12) }, "unsupported R311"],
	[{ formats: ["AutoAWQ"], runtime: "vLLM", ...nvidia(9) }, "native R141"],
	[{ formats: ["gptq-int4"], runtime: "text-generation-inference", ...nvidia(8.6) }, "native R300"],
	[{ formats: ["W8A8"], runtime: "vLLM", ...nvidia("sm_120") }, "unsupported R201"],
	[{ formats: ["INT8 W8A8"], runtime: "vLLM", ...nvidia(10) }, "unsupported R201"],
	[{ formats: ["bitsandbytes-nf4"], runtime: "bnb", ...nvidia(6.1) }, "native R484"],
	[{ formats: ["LLM.int8"], runtime: "bitsandbytes", ...nvidia(7) }, "unsupported R486"],
	[{ formats: ["NVFP4"], runtime: "sglang", ...nvidia(9) }, "unsupported R288"],
	[
		{ formats: ["MXFP4"], runtime: "vLLM (ROCm)", backend: "ROCm", ...amd("gfx942:sramecc+:xnack-") },
		"emulated R238 C21",
	],
	[{ formats: ["Quark"], runtime: "vLLM", ...amd("gfx942") }, "native R243"],
	[{ formats: ["bf16"], runtime: "vLLM", backend: "GPU", ...nvidia(7) }, "unsupported R189 C02"],
	[{ formats: ["safetensors"], runtime: "vLLM", ...amd("gfx1100") }, "native R227"],
	[{ formats: ["bf16"], runtime: "Transformer Engine", ...nvidia(8) }, "native R446"],
	[{ formats: ["mxfp8"], runtime: "TransformerEngine", ...nvidia("12.0") }, "unsupported R452"],
	[{ formats: ["EXL2"], runtime: "exllamav2", vendor: "apple" }, "unsupported R459"],
	[{ formats: ["exllamav3"], runtime: "ExLlama3", ...amd("gfx1100") }, "unsupported R465"],
	[{ formats: ["FP8"], runtime: "Diffusers", backend: "mps", vendor: "Apple" }, "unsupported R600"],
	[
		{ formats: ["flash-attention-2"], runtime: "flash-attn", backend: "FA2", ...nvidia(7.5) },
		"unsupported R518",
	],
	[
		{ formats: ["ONNX"], runtime: "onnxruntime", backend: "CUDAExecutionProvider", ...nvidia(8.6) },
		"native R547",
	],
	[{ formats: ["mlpackage"], runtime: "CoreML", vendor: "Apple", os: "macOS 13" }, "emulated R587"],
	[{ formats: ["AWQ"], runtime: "vLLM", ...nvidia(8.6), os: "Windows Server 2022" }, "unsupported R192"],
	[{ formats: ["AWQ"], runtime: "vLLM", ...nvidia(8.6), os: "Rocky Linux 9.4" }, "native R141"],
	[{ formats: ["AWQ"], runtime: "vLLM", ...nvidia(8.6), os: "Red Hat Enterprise Linux 9" }, "native R141"],
	[{ formats: ["gguf-k"], ...llamaCpp, vendor: "Apple", os: "Mac OS X" }, "native R057"],
	[{ formats: ["int4"], runtime: "vLLM", ...nvidia(8.9) }, "native R204"],
	[{ formats: ["fp4"], runtime: "vLLM", ...nvidia(10) }, "unknown -"],
	[{ formats: ["gguf-k"], runtime: "koboldcpp", ...nvidia(8.6) }, "unknown -"],
	[{ formats: ["q9_9"], runtime: "vLLM", ...nvidia(8.6) }, "unknown -"],
];

describe("software support, as other people ask for it", () => {
	for (const [asked, answer] of spellings) {
		it(JSON.stringify(asked), () => assert.equal(askSupport(asked), answer));
	}
});
