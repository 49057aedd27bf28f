from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    ollama_url: str = "http://ollama:11434"
    llm_model: str = "llama3.1:8b"
    embedding_model: str = "nomic-ai/nomic-embed-text-v1.5"
    embedding_dim: int = 768
    chunk_size: int = 512
    chunk_overlap: int = 64
    top_k: int = 5
    qdrant_url: str = "http://qdrant:6333"


settings = Settings()
