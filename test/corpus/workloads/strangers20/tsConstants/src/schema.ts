import { index, pgTable, serial, text, vector } from "drizzle-orm/pg-core";
import { EMBED_DIM } from "./constants";

export const docs = pgTable(
  "docs",
  {
    id: serial("id").primaryKey(),
    body: text("body").notNull(),
    embedding: vector("embedding", { dimensions: EMBED_DIM }),
  },
  (t) => [index("embedding_idx").using("hnsw", t.embedding.op("vector_cosine_ops"))],
);
