from haystack import Pipeline
from haystack.components.builders import ChatPromptBuilder
from haystack.components.embedders import SentenceTransformersTextEmbedder
from haystack.components.generators.chat import HuggingFaceLocalChatGenerator
from haystack.components.retrievers.in_memory import InMemoryEmbeddingRetriever
from haystack.dataclasses import ChatMessage
from haystack.document_stores.in_memory import InMemoryDocumentStore

store = InMemoryDocumentStore()
rag = Pipeline()
rag.add_component("embedder", SentenceTransformersTextEmbedder(model="BAAI/bge-small-en-v1.5"))
rag.add_component("retriever", InMemoryEmbeddingRetriever(store, top_k=5))
rag.add_component("prompt", ChatPromptBuilder(template=[ChatMessage.from_user("{{documents}}\n\n{{question}}")]))
rag.add_component(
    "llm",
    HuggingFaceLocalChatGenerator(
        model="HuggingFaceTB/SmolLM2-1.7B-Instruct", generation_kwargs={"max_new_tokens": 350}
    ),
)
rag.connect("embedder.embedding", "retriever.query_embedding")
rag.connect("retriever", "prompt.documents")
rag.connect("prompt", "llm")
