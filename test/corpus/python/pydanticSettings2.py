from typing import Literal

from pydantic import BaseModel, Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    app_name: str = "chat/backend"
    llm_model: str = "openai/gpt-oss-20b"
    embedding_model_name: str = Field("google-bert/bert-base-uncased", description="Sentence encoder, owner/name")
    reranker: str = Field(default="jinaai/jina-reranker-v2-base-multilingual")
    upload_dir: str = "var/uploads"
    allowed_types: list[str] = ["image/png", "application/pdf", "text/csv"]
    broker: str = "redis/0"
    timezone: str = "Europe/Berlin"


class Job(BaseModel):
    mode: Literal["train/full", "train/lora"] = "train/lora"
    schedule: str = "*/5"
