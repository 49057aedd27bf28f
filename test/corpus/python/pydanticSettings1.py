from typing import Literal

from pydantic import BaseModel, Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    app_name: str = "chat/backend"
    llm_model: str = "mistralai/Mistral-7B-Instruct-v0.3"
    embedding_model_name: str = Field("intfloat/multilingual-e5-large", description="Sentence encoder, owner/name")
    reranker: str = Field(default="cross-encoder/ms-marco-MiniLM-L-6-v2")
    upload_dir: str = "var/uploads"
    allowed_types: list[str] = ["image/png", "application/pdf", "text/csv"]
    broker: str = "redis/0"
    timezone: str = "Europe/Warsaw"


class Job(BaseModel):
    mode: Literal["train/full", "train/lora"] = "train/lora"
    schedule: str = "*/5"
