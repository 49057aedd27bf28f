import pickle
from pathlib import Path

import faiss
import numpy as np
from sentence_transformers import SentenceTransformer

INDEX_PATH = Path("index.faiss")
model = SentenceTransformer("all-MiniLM-L6-v2")


def build(texts):
    emb = model.encode(texts, batch_size=64, show_progress_bar=True, convert_to_numpy=True)
    faiss.normalize_L2(emb)
    index = faiss.IndexFlatIP(emb.shape[1])
    index.add(emb.astype(np.float32))
    faiss.write_index(index, str(INDEX_PATH))
    with open("texts.pkl", "wb") as f:
        pickle.dump(texts, f)


def query(q, k=5):
    index = faiss.read_index(str(INDEX_PATH))
    emb = model.encode([q])
    faiss.normalize_L2(emb)
    scores, ids = index.search(emb, k)
    return list(zip(ids[0], scores[0]))
