from qdrant_client import QdrantClient
from qdrant_client.models import Distance, PointStruct, VectorParams
from sentence_transformers import SentenceTransformer

EMBEDDING_MODEL = "intfloat/multilingual-e5-large"
COLLECTION = "products"

encoder = SentenceTransformer(EMBEDDING_MODEL, device="cuda")
client = QdrantClient(host="localhost", port=6333)


def recreate():
    client.recreate_collection(
        collection_name=COLLECTION,
        vectors_config=VectorParams(size=encoder.get_sentence_embedding_dimension(), distance=Distance.COSINE),
    )


def upload(products):
    client.upsert(
        COLLECTION,
        points=[
            PointStruct(id=p["id"], vector=encoder.encode("passage: " + p["name"]).tolist(), payload=p)
            for p in products
        ],
    )
