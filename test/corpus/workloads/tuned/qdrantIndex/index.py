import os
from qdrant_client import QdrantClient
from qdrant_client.models import Distance, VectorParams, PointStruct
from sentence_transformers import SentenceTransformer

client = QdrantClient(url=os.environ["QDRANT_URL"])
encoder = SentenceTransformer("sentence-transformers/all-MiniLM-L6-v2", device="cpu")


def create():
    client.recreate_collection(
        "articles",
        vectors_config=VectorParams(size=384, distance=Distance.COSINE),
    )


def add(articles):
    vectors = encoder.encode([a["body"] for a in articles], batch_size=64)
    client.upsert("articles", [PointStruct(id=a["id"], vector=v, payload=a) for a, v in zip(articles, vectors)])
