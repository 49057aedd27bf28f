import chromadb
from chromadb.utils import embedding_functions
from fastembed import TextEmbedding
from qdrant_client import QdrantClient

ef = embedding_functions.SentenceTransformerEmbeddingFunction(model_name="distiluse-base-multilingual-cased-v1")
client = chromadb.PersistentClient(path="db/chroma")
collection = client.get_or_create_collection("docs", embedding_function=ef)
embedding = TextEmbedding(model_name="allegro/herbert-base-cased")
qdrant = QdrantClient("http://localhost:6333")
qdrant.set_model("BAAI/bge-m3")
openai_ef = embedding_functions.OpenAIEmbeddingFunction(model_name="text-embedding-3-small")
