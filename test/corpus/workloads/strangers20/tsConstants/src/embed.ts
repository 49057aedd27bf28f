import { pipeline } from "@huggingface/transformers";
import { EMBED_MODEL } from "./constants";

const extractor = await pipeline("feature-extraction", EMBED_MODEL, { dtype: "q8" });

export async function embed(text: string): Promise<number[]> {
  const out = await extractor(text, { pooling: "mean", normalize: true });
  return Array.from(out.data as Float32Array);
}
