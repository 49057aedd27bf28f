"""Duplicate detection for support tickets (see ADR-12: the vectors must stay under 1 GB)."""
from dataclasses import dataclass

import numpy as np
from sentence_transformers import SentenceTransformer, util

DEFAULT_MODEL = "paraphrase-multilingual-MiniLM-L12-v2"


@dataclass
class Config:
    model_name: str = DEFAULT_MODEL
    threshold: float = 0.82
    batch_size: int = 128
    language: str = "de"


class Deduplicator:
    def __init__(self, config: Config = Config()):
        self.config = config
        self.model = SentenceTransformer(config.model_name)

    def find(self, texts: list[str]) -> list[tuple[int, int, float]]:
        emb = self.model.encode(texts, batch_size=self.config.batch_size, normalize_embeddings=True)
        scores = util.cos_sim(emb, emb).numpy()
        i, j = np.where(np.triu(scores, 1) > self.config.threshold)
        return [(int(a), int(b), float(scores[a, b])) for a, b in zip(i, j)]
