import type { Candidate } from "../candidate.ts";
import { nameGgufFormat } from "./nameGgufFormat.ts";

/** Quantization methods by the names that makers write, where the table has others. */
const methods: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>(
	Object.entries({
		"auto-round": ["autoround"],
		auto_round: ["autoround"],
		"intel/auto-round": ["autoround"],
		// Whether it has one scale a tensor or one a block is not told here.
		fp8: ["fp8", "fp8-block"],
		finegrained_fp8: ["fp8-block"],
		w8a8_fp8: ["fp8", "fp8-w8a8"],
		w8a8_int8: ["int8-w8a8"],
		fbgemm_fp8: ["fbgemm-fp8"],
		fp_quant: ["fp-quant"],
		modelopt: ["modelopt-fp8"],
		modelopt_fp4: ["nvfp4"],
		awq_marlin: ["awq"],
		gptq_marlin: ["gptq"],
		bitnet_b158: ["bitnet"],
		"bitnet-b1.58": ["bitnet"],
	}),
);

/** Container formats that one family of runtimes has to itself. */
const containers: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>(
	Object.entries({
		onnx: ["onnx"],
		mlx: ["mlx"],
		openvino: ["openvino-ir"],
		coreml: ["coreml"],
	}),
);

/** What a candidate is in the table's names; several where it could be any of them. Empty: the table has no name. */
export function nameFormats({ format, method, label, bits }: Candidate): readonly string[] {
	if (format === "gguf") {
		return [nameGgufFormat(label, true) ?? "gguf"];
	}
	const container = containers.get(format ?? "");
	if (container) {
		return container;
	}
	if (format !== "safetensors" && format !== "pytorch") {
		return [];
	}
	if (method === undefined) {
		return namePlain(label, bits);
	}
	if (method === "bitsandbytes") {
		return bits === 4 ? ["bnb-4bit"] : bits === 8 ? ["bnb-int8"] : ["bnb-4bit", "bnb-int8"];
	}
	if (method === "modelopt" && bits === 4) {
		return ["nvfp4"];
	}
	return methods.get(method) ?? [method];
}

function namePlain(label: string, bits: number | undefined): readonly string[] {
	const named = /^(?:fp|f|bf)(?:16|32)$/i.exec(label)?.[0].toLowerCase().replace("fp", "f");
	if (named !== undefined) {
		return [`safetensors-${named}`];
	}
	return bits === 32 ? ["safetensors-f32"] : ["safetensors-bf16", "safetensors-f16"];
}
