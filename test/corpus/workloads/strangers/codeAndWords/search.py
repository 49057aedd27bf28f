from sentence_transformers import SentenceTransformer
import faiss

model = SentenceTransformer("intfloat/e5-base-v2")
index = faiss.IndexFlatIP(768)


def add(texts):
    index.add(model.encode(texts, normalize_embeddings=True))
