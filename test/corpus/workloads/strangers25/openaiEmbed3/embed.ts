import OpenAI from "openai";
import { QdrantClient } from "@qdrant/js-client-rest";

const openai = new OpenAI();
const qdrant = new QdrantClient({ url: process.env.QDRANT_URL });

await qdrant.createCollection("faq", { vectors: { size: 1536, distance: "Cosine" } });

export async function embed(texts: string[]) {
  const { data } = await openai.embeddings.create({ model: "text-embedding-3-small", input: texts });
  return data.map((d) => d.embedding);
}
