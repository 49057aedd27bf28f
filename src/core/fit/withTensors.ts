import type { Artifact } from "../model/artifact.ts";
import type { Model, Parameters } from "../model/model.ts";
import type { TensorFacts } from "../model/tensorFacts.ts";

/** Bits of the dtypes that plain weights are stored in. */
const plainBits: ReadonlyMap<string, number> = new Map([
	["BF16", 16],
	["F16", 16],
	["F32", 32],
	["F64", 64],
]);

/**
 * The checkpoint set of a model whose headers would say more than is known: of quantized weights, which of them are and
 * which are not; of others, what the Hub did not count. `undefined` for plain weights, adapters, and what was read.
 */
export function findUnreadTensors(model: Model): Artifact | undefined {
	const { artifacts = [], quantization, parameters, storedBits, baseModels } = model;
	const main = artifacts.find(
		({ format, files }) =>
			(format === "safetensors" || format === "mlx") && files.every((file) => file.endsWith(".safetensors")),
	);
	const isQuantized = quantization !== undefined && quantization.method !== "gguf";
	const isUncounted = parameters === undefined || parameters.total.basis === "estimated";
	return main?.tensors || baseModels?.relation === "adapter"
		? undefined
		: isQuantized || isUncounted || storedBits === undefined
			? main
			: undefined;
}

/**
 * A model with what the headers of one of its checkpoint sets say. What the Hub counted stands; what was estimated or
 * not known gives way to them.
 */
export function withTensors(model: Model, set: Artifact, tensors: TensorFacts): Model {
	const { artifacts = [], quantization, storedBits } = model;
	const parameters = countParameters(model.parameters, tensors);
	const [dtype] = tensors.bytesByDtype[0] ?? [];
	const bits = tensors.quantized?.bits;
	const stored = storedBits ?? bits ?? plainBits.get(dtype ?? "");
	return {
		...model,
		artifacts: artifacts.map((artifact) =>
			artifact.files[0] === set.files[0] ? { ...artifact, tensors } : artifact,
		),
		...(parameters && { parameters }),
		...(quantization && { quantization: { ...(bits !== undefined && { bits }), ...quantization } }),
		...(stored !== undefined && { storedBits: stored }),
	};
}

function countParameters(known: Parameters | undefined, { parameters }: TensorFacts): Parameters | undefined {
	if (parameters === undefined || (known && known.total.basis !== "estimated")) {
		return known;
	}
	const active = known?.active && known.active.value < parameters ? known.active : undefined;
	return {
		total: { value: parameters, basis: "computed", from: "safetensorsHeaders" },
		...(active && { active }),
	};
}
