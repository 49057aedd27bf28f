import os
from functools import lru_cache

from fastapi import FastAPI
from sentence_transformers import SentenceTransformer
from transformers import pipeline

app = FastAPI(title="Embedding service", docs_url="/docs/api")
EMBEDDING_MODEL = os.environ.get("EMBEDDING_MODEL", "intfloat/multilingual-e5-large")
LLM = os.getenv("CHAT_MODEL", "ibm-granite/granite-3.1-8b-instruct")
CACHE = os.getenv("CACHE_DIR", "var/cache")
QUEUE = os.getenv("QUEUE", "jobs/default")
os.environ["MODEL_ID"] = "mixedbread-ai/mxbai-rerank-base-v1"


@lru_cache
def get_encoder():
    return SentenceTransformer(EMBEDDING_MODEL)


@app.get("/embed/one")
def embed(text: str):
    return get_encoder().encode(text).tolist()
