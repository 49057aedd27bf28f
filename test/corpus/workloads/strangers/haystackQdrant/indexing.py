from haystack import Pipeline
from haystack.components.embedders import SentenceTransformersDocumentEmbedder
from haystack.components.writers import DocumentWriter
from haystack_integrations.document_stores.qdrant import QdrantDocumentStore

store = QdrantDocumentStore(url="http://qdrant:6333", index="manuals", embedding_dim=768, recreate_index=True)

indexing = Pipeline()
indexing.add_component("embedder", SentenceTransformersDocumentEmbedder(model="intfloat/multilingual-e5-base", prefix="passage: "))
indexing.add_component("writer", DocumentWriter(document_store=store))
indexing.connect("embedder", "writer")
