-- vectors of the product texts
ALTER TABLE products ADD COLUMN embedding vector(512);
CREATE INDEX ON products USING hnsw (embedding vector_cosine_ops);
