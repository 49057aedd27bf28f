from fastapi import Depends, FastAPI
from pydantic import BaseModel
from sentence_transformers import SentenceTransformer

from .settings import Settings, get_settings

app = FastAPI(title="embedder", version="1.4.0")
_model: SentenceTransformer | None = None


class EmbedRequest(BaseModel):
    texts: list[str]


@app.on_event("startup")
def load() -> None:
    global _model
    settings = get_settings()
    _model = SentenceTransformer(settings.model_name, device=settings.device)


@app.post("/embed")
def embed(body: EmbedRequest, settings: Settings = Depends(get_settings)):
    vectors = _model.encode(body.texts, batch_size=settings.batch_size, normalize_embeddings=True)
    return {"vectors": vectors.tolist()}
