import { pipeline } from "@xenova/transformers";

let pipe: any;

export async function generateEmbedding(text: string) {
  pipe ??= await pipeline("feature-extraction", "Supabase/gte-small");
  const output = await pipe(text, { pooling: "mean", normalize: true });
  return Array.from(output.data);
}
