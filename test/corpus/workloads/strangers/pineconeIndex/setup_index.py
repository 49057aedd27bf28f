import os

from pinecone import Pinecone, ServerlessSpec
from sentence_transformers import SentenceTransformer

pc = Pinecone(api_key=os.environ["PINECONE_API_KEY"])
if "products" not in pc.list_indexes().names():
    pc.create_index(name="products", dimension=768, metric="cosine", spec=ServerlessSpec(cloud="aws", region="eu-west-1"))

encoder = SentenceTransformer("nomic-ai/nomic-embed-text-v1.5", trust_remote_code=True)


def upsert(rows):
    vectors = encoder.encode([r["text"] for r in rows], batch_size=128, show_progress_bar=True)
    pc.Index("products").upsert([(r["id"], v.tolist()) for r, v in zip(rows, vectors)])
