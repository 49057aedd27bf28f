import chromadb
from chromadb.utils import embedding_functions

embed = embedding_functions.SentenceTransformerEmbeddingFunction(
    model_name="thenlper/gte-small", device="cpu", normalize_embeddings=True
)
client = chromadb.PersistentClient(path="./chroma")
notes = client.get_or_create_collection("notes", embedding_function=embed, metadata={"hnsw:space": "cosine"})


def remember(key: str, text: str) -> None:
    notes.upsert(ids=[key], documents=[text])
