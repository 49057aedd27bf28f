import type { WeightFormat } from "../../model/artifact.ts";

/** A file that holds weights, taken apart by its path. */
export interface WeightFile {
	readonly path: string;
	readonly sizeBytes: number | undefined;
	readonly format: WeightFormat;
	/** Folder with a slash at the end; empty at the top. */
	readonly folder: string;
	/** File name without shard numbers, variant and extension. */
	readonly stem: string;
	/** `fp16` in `model.fp16.safetensors`, `q4f16` in `model_q4f16.onnx`. */
	readonly variant: string | undefined;
	readonly shard: { readonly index: number; readonly count: number } | undefined;
}

const formatPatterns: readonly (readonly [RegExp, WeightFormat])[] = [
	[/\.safetensors$/i, "safetensors"],
	[/\.gguf$/i, "gguf"],
	[/\.onnx(?:[._]data(?:_\d+)?)?$/i, "onnx"],
	[/(?:^|\/)openvino_[^/]*\.bin$/i, "openvino"],
	[/\.ml(?:package|modelc)\//i, "coreml"],
	[/\.(?:tflite|litertlm|task)$/i, "tflite"],
	[/\.(?:h5|keras)$/i, "keras"],
	[/\.msgpack$/i, "jax"],
	[/\.nemo$/i, "nemo"],
	[/(?:^|\/)weights[^/]*\.npz$/i, "mlx"],
	[/(?:^|\/)[^/]*(?:model|weights|ckpt)[^/]*\.bin$|\.(?:pt|pth|ckpt)$/i, "pytorch"],
];
/** Leftovers of training, and matrices that quantizers keep. */
const noWeightsPattern =
	/(?:^|[/._-])(?:optimizer|scheduler|rng_state|training_args|scaler|imatrix|tokenizer|vocab)(?:[._-]|$)|random_states/i;
const shardPattern = /^(.*?)[-_.]*(\d{5,6})-of-(\d{5,6})(.*)$/;
const floatVariantPattern = /\.(fp16|bf16|fp32|non_ema|int8)(?=$|\.)/i;
const onnxVariantPattern = /_(fp16|fp32|bf16|int8|uint8|quantized|bnb4|q4f16|q4|q8)$/i;

/** Takes a path apart; `undefined` when the file holds no weights. */
export function parseWeightFile(path: string, sizeBytes: number | undefined): WeightFile | undefined {
	const format = formatPatterns.find(([pattern]) => pattern.test(path))?.[1];
	const folder = path.slice(0, path.lastIndexOf("/") + 1);
	const name = path.slice(folder.length);
	if (format === undefined || (format !== "coreml" && noWeightsPattern.test(name))) {
		return undefined;
	}
	if (format === "coreml") {
		const stem = /^.*?\.ml(?:package|modelc)(?=\/)/i.exec(path)?.[0] ?? path;
		return { path, sizeBytes, format, folder: "", stem, variant: undefined, shard: undefined };
	}
	const bare = name.replace(/\.(?:onnx[._]data(?:_\d+)?|weights\.h5|[^.]*)$/i, "");
	const sharded = shardPattern.exec(bare);
	const whole = sharded === null ? bare : `${sharded[1]}${sharded[4]}`;
	const variantPattern = format === "onnx" ? onnxVariantPattern : floatVariantPattern;
	return {
		path,
		sizeBytes,
		format,
		folder,
		stem: whole.replace(variantPattern, ""),
		variant: variantPattern.exec(whole)?.[1]?.toLowerCase(),
		shard: sharded === null ? undefined : { index: Number(sharded[2]), count: Number(sharded[3]) },
	};
}
