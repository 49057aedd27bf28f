from openai import OpenAI
from qdrant_client import QdrantClient, models

client = OpenAI(base_url="http://tei:8080/v1", api_key="-")
qdrant = QdrantClient("http://qdrant:6333")
qdrant.create_collection("docs", vectors_config=models.VectorParams(size=1024, distance=models.Distance.COSINE))


def embed(texts: list[str]) -> list[list[float]]:
    return [d.embedding for d in client.embeddings.create(model="Qwen/Qwen3-Embedding-0.6B", input=texts).data]
