from llama_index.core import Settings, SimpleDirectoryReader, VectorStoreIndex
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.llms.openai_like import OpenAILike

Settings.embed_model = HuggingFaceEmbedding(model_name="BAAI/bge-base-en-v1.5")
Settings.llm = OpenAILike(
    model="mistralai/Mistral-Small-24B-Instruct-2501",
    api_base="http://vllm.internal:8000/v1",
    api_key="x",
    is_chat_model=True,
    context_window=32768,
    max_tokens=700,
)
Settings.chunk_size = 512


def build(path: str):
    docs = SimpleDirectoryReader(path).load_data()
    return VectorStoreIndex.from_documents(docs).as_query_engine(similarity_top_k=6)
