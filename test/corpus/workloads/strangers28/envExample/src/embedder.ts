import { pipeline } from "@huggingface/transformers";

const model = process.env.EMBEDDING_MODEL ?? "Xenova/all-MiniLM-L6-v2";
export const dimensions = Number(process.env.EMBEDDING_DIMENSIONS ?? 384);

const extractor = await pipeline("feature-extraction", model);

export async function embed(texts: string[]) {
  return (await extractor(texts, { pooling: "mean", normalize: true })).tolist();
}
