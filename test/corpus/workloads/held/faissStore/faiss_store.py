import faiss
import numpy as np
from FlagEmbedding import BGEM3FlagModel

DIM = 1024
index = faiss.IndexFlatIP(DIM)
model = BGEM3FlagModel("BAAI/bge-m3", use_fp16=True)


def add(texts: list[str]) -> None:
    vectors = model.encode(texts, batch_size=12, max_length=8192)["dense_vecs"]
    index.add(np.asarray(vectors, dtype="float32"))
