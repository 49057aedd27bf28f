from functools import lru_cache

from transformers import pipeline


@lru_cache
def _pipe():
    return pipeline("text-classification", model="papluca/xlm-roberta-base-language-detection", device=-1)


def detect(text: str, default: str = "en") -> str:
    if len(text) < 12:
        return default
    return _pipe()(text[:500])[0]["label"]
