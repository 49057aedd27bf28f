import chromadb
from chromadb.utils import embedding_functions
from fastembed import TextEmbedding
from qdrant_client import QdrantClient

ef = embedding_functions.SentenceTransformerEmbeddingFunction(model_name="multi-qa-mpnet-base-dot-v1")
client = chromadb.PersistentClient(path="db/chroma")
collection = client.get_or_create_collection("docs", embedding_function=ef)
embedding = TextEmbedding(model_name="nomic-ai/nomic-embed-text-v1.5")
qdrant = QdrantClient("http://localhost:6333")
qdrant.set_model("jinaai/jina-embeddings-v3")
openai_ef = embedding_functions.OpenAIEmbeddingFunction(model_name="text-embedding-3-small")
