from pydantic import Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str = "postgresql://localhost/search"
    embedding_model: str = Field(default="all-MiniLM-L12-v2", description="Of the index")
    model_name: str = "bert-base-multilingual-cased"
    mode: str = "all-in-one"
    family: str = "bert-base-uncased"


class FakeEmbedder:
    def model_name(self) -> str:
        return "multi-qa-mpnet-base-dot-v1"


def rename(model_tag: str = "google/gemma-3-12b-it", tag: str = "org/release-7b") -> str:
    return f"{model_tag}:{tag}"
