import { Pinecone } from "@pinecone-database/pinecone";
import { HfInference } from "@huggingface/inference";
import articles from "./articles.json" with { type: "json" };

const pc = new Pinecone({ apiKey: process.env.PINECONE_API_KEY });
const hf = new HfInference(process.env.HF_TOKEN);
const INDEX = "articles";

await pc.createIndex({
  name: INDEX,
  dimension: 1024,
  metric: "cosine",
  spec: { serverless: { cloud: "aws", region: "us-east-1" } },
  waitUntilReady: true,
});

const index = pc.index(INDEX);
for (const { id, body } of articles) {
  const values = await hf.featureExtraction({ model: "intfloat/multilingual-e5-large-instruct", inputs: body });
  await index.upsert([{ id, values, metadata: { body } }]);
}
