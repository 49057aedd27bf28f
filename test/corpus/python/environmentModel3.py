import os
from functools import lru_cache

from fastapi import FastAPI
from sentence_transformers import SentenceTransformer
from transformers import pipeline

app = FastAPI(title="Embedding service", docs_url="/docs/api")
EMBEDDING_MODEL = os.environ.get("EMBEDDING_MODEL", "google-bert/bert-base-uncased")
LLM = os.getenv("GENERATOR_MODEL", "teknium/OpenHermes-2.5-Mistral-7B")
CACHE = os.getenv("CACHE_DIR", "var/cache")
QUEUE = os.getenv("QUEUE", "jobs/default")
os.environ["HF_MODEL_ID"] = "Alibaba-NLP/gte-multilingual-reranker-base"


@lru_cache
def get_encoder():
    return SentenceTransformer(EMBEDDING_MODEL)


@app.get("/embed/one")
def embed(text: str):
    return get_encoder().encode(text).tolist()
