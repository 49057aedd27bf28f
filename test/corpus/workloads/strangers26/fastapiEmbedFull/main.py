import os

import asyncpg
from fastapi import FastAPI
from sentence_transformers import SentenceTransformer

app = FastAPI()
model = SentenceTransformer(
    os.environ["EMBED_MODEL"],
    device=os.getenv("EMBED_DEVICE", "cuda"),
    trust_remote_code=True,
)
BATCH = int(os.getenv("EMBED_BATCH", "8"))


@app.post("/embed")
async def embed(texts: list[str]):
    return model.encode(texts, batch_size=BATCH, normalize_embeddings=True).tolist()
