import { pipeline } from "@huggingface/transformers";

const encode = await pipeline("feature-extraction", "Xenova/bge-base-en-v1.5", { dtype: "fp32" });

export const toVector = async (text: string) =>
	Array.from((await encode(text, { pooling: "cls", normalize: true })).data as Float32Array);
