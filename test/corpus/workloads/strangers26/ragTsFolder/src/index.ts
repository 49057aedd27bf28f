import { QdrantClient } from "@qdrant/js-client-rest";
import { config } from "./config.js";

const qdrant = new QdrantClient({ url: config.qdrantUrl });

export async function ensureCollection() {
  const { exists } = await qdrant.collectionExists(config.collection);
  if (!exists) {
    await qdrant.createCollection(config.collection, { vectors: { size: config.vectorSize, distance: "Cosine" } });
  }
}
