from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="STT_", env_file=".env")

    model_id: str = "openai/whisper-small"
    language: str = "en"
    batch_size: int = 8
    device: str = "cpu"


settings = Settings()
