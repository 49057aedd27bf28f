from fastembed import TextEmbedding
from qdrant_client import QdrantClient, models

client = QdrantClient(url="http://qdrant:6333")
embedder = TextEmbedding(model_name="BAAI/bge-base-en-v1.5", threads=4)

client.recreate_collection(
    collection_name="jobs",
    vectors_config=models.VectorParams(size=768, distance=models.Distance.COSINE),
    quantization_config=models.ScalarQuantization(
        scalar=models.ScalarQuantizationConfig(type=models.ScalarType.INT8, always_ram=True)
    ),
)


def add(ads: list[dict]) -> None:
    vectors = list(embedder.embed([a["text"] for a in ads], batch_size=32))
    client.upsert("jobs", models.Batch(ids=[a["id"] for a in ads], vectors=[v.tolist() for v in vectors]))
