from functools import lru_cache

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="EMBED_", env_file=".env")

    model_name: str = "BAAI/bge-base-en-v1.5"
    device: str = "cpu"
    batch_size: int = Field(default=32, ge=1, le=256)
    max_body_mb: int = 4


@lru_cache
def get_settings() -> Settings:
    return Settings()
