import { createClient, SCHEMA_FIELD_TYPE, SCHEMA_VECTOR_FIELD_ALGORITHM } from "redis";
import { pipeline } from "@huggingface/transformers";

const client = await createClient().connect();
const embed = await pipeline("feature-extraction", "Xenova/all-MiniLM-L6-v2");

await client.ft.create(
  "idx:cache",
  {
    question: SCHEMA_FIELD_TYPE.TEXT,
    embedding: {
      type: SCHEMA_FIELD_TYPE.VECTOR,
      TYPE: "FLOAT32",
      ALGORITHM: SCHEMA_VECTOR_FIELD_ALGORITHM.HNSW,
      DISTANCE_METRIC: "COSINE",
      DIM: 384,
    },
  },
  { ON: "HASH", PREFIX: "cache:" },
);
