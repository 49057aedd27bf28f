import os
from functools import lru_cache

from fastapi import FastAPI
from sentence_transformers import SentenceTransformer
from transformers import pipeline

app = FastAPI(title="Embedding service", docs_url="/docs/api")
EMBEDDING_MODEL = os.environ.get("EMBEDDING_MODEL", "sdadas/mmlw-retrieval-roberta-large")
LLM = os.getenv("LLM_MODEL", "HuggingFaceH4/zephyr-7b-beta")
CACHE = os.getenv("CACHE_DIR", "var/cache")
QUEUE = os.getenv("QUEUE", "jobs/default")
os.environ["RERANKER_MODEL"] = "BAAI/bge-reranker-v2-m3"


@lru_cache
def get_encoder():
    return SentenceTransformer(EMBEDDING_MODEL)


@app.get("/embed/one")
def embed(text: str):
    return get_encoder().encode(text).tolist()
