CREATE EXTENSION IF NOT EXISTS vector;
CREATE TABLE chunks (
    id bigserial PRIMARY KEY,
    body text NOT NULL,
    embedding vector(1024)
);
