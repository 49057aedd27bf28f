import os
from sentence_transformers import SentenceTransformer

model = SentenceTransformer(os.environ.get("EMBED_MODEL", "BAAI/bge-large-en-v1.5"))


def embed(texts):
    return model.encode(texts, normalize_embeddings=True)
