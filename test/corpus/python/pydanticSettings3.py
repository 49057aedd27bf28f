from typing import Literal

from pydantic import BaseModel, Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    app_name: str = "chat/backend"
    llm_model: str = "upstage/SOLAR-10.7B-Instruct-v1.0"
    embedding_model_name: str = Field("ibm-granite/granite-embedding-30m-english", description="Sentence encoder, owner/name")
    reranker: str = Field(default="BAAI/bge-reranker-v2-m3")
    upload_dir: str = "var/uploads"
    allowed_types: list[str] = ["image/png", "application/pdf", "text/csv"]
    broker: str = "redis/0"
    timezone: str = "Europe/Paris"


class Job(BaseModel):
    mode: Literal["train/full", "train/lora"] = "train/lora"
    schedule: str = "*/5"
