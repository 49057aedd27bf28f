from functools import lru_cache

from sentence_transformers import CrossEncoder, SentenceTransformer
from transformers import pipeline


@lru_cache
def get_embedder():
    return SentenceTransformer("BAAI/bge-base-en-v1.5")


@lru_cache
def get_reranker():
    return CrossEncoder("cross-encoder/ms-marco-MiniLM-L-6-v2", max_length=512)


@lru_cache
def get_zero_shot():
    return pipeline("zero-shot-classification", model="facebook/bart-large-mnli")
