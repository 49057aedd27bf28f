from llama_index.core import Settings, SimpleDirectoryReader, VectorStoreIndex
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.llms.ollama import Ollama


def build_index(path):
    Settings.embed_model = HuggingFaceEmbedding(model_name="BAAI/bge-base-en-v1.5")
    return VectorStoreIndex.from_documents(SimpleDirectoryReader(path).load_data())


def make_query_engine(index):
    llm = Ollama(model="qwen2.5:7b", context_window=8192, request_timeout=120.0)
    return index.as_query_engine(llm=llm, similarity_top_k=4)
