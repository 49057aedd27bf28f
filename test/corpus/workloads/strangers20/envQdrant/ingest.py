import os

from dotenv import load_dotenv
from qdrant_client import QdrantClient
from qdrant_client.models import Distance, VectorParams
from sentence_transformers import SentenceTransformer

load_dotenv()
client = QdrantClient(os.environ["QDRANT_URL"])
encoder = SentenceTransformer(os.environ["EMBEDDING_MODEL"])

if not client.collection_exists(os.environ["COLLECTION"]):
    client.create_collection(
        os.environ["COLLECTION"],
        vectors_config=VectorParams(size=int(os.environ["EMBEDDING_SIZE"]), distance=Distance.COSINE),
    )


def ingest(pages: list[str]) -> None:
    vectors = encoder.encode([f"passage: {p}" for p in pages], batch_size=16)
    client.upload_collection(os.environ["COLLECTION"], vectors=vectors)
