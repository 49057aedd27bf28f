import os

import psycopg2
from pgvector.psycopg2 import register_vector
from sentence_transformers import SentenceTransformer

model = SentenceTransformer(os.getenv("EMBED_MODEL", "BAAI/bge-small-en-v1.5"))


def connect():
    conn = psycopg2.connect(os.environ["DATABASE_URL"])
    register_vector(conn)
    return conn


def init():
    with connect() as conn, conn.cursor() as cur:
        cur.execute("CREATE EXTENSION IF NOT EXISTS vector")
        cur.execute("""
            CREATE TABLE IF NOT EXISTS chunks (
                id bigserial PRIMARY KEY,
                title varchar(255),
                body text,
                embedding vector(384)
            )
        """)


def insert(title, body):
    vec = model.encode(body, normalize_embeddings=True)
    with connect() as conn, conn.cursor() as cur:
        cur.execute("INSERT INTO chunks (title, body, embedding) VALUES (%s, %s, %s)", (title, body, vec))
