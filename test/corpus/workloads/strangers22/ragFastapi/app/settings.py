from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str = "postgresql+psycopg://localhost/handbook"
    embedding_model: str = "BAAI/bge-small-en-v1.5"
    llm: str = "llama3.1:8b"
    num_ctx: int = 8192
    top_k: int = 5


settings = Settings()
