CREATE EXTENSION IF NOT EXISTS vector;
CREATE TABLE "Note" (
  "id" TEXT PRIMARY KEY,
  "body" TEXT NOT NULL,
  "embedding" halfvec(2560)
);
