from pathlib import Path

import faiss
import numpy as np
from sentence_transformers import CrossEncoder, SentenceTransformer

embedder = SentenceTransformer(model_name_or_path="distiluse-base-multilingual-cased-v1")
reranker = CrossEncoder("Alibaba-NLP/gte-multilingual-reranker-base", max_length=512)

docs = [p.read_text() for p in Path("data/docs").glob("**/*.md")]
vectors = embedder.encode(docs, normalize_embeddings=True)
index = faiss.IndexFlatIP(vectors.shape[1])
index.add(np.asarray(vectors))
faiss.write_index(index, "artifacts/index.faiss")


def search(query: str, k: int = 5):
    _, ids = index.search(embedder.encode([query]), k)
    pairs = [(query, docs[i]) for i in ids[0]]
    return sorted(zip(reranker.predict(pairs), ids[0]), reverse=True)
