from functools import lru_cache

from transformers import pipeline


@lru_cache(maxsize=1)
def get_tagger():
    return pipeline("ner", model="Davlan/xlm-roberta-base-ner-hrl", aggregation_strategy="simple", device=0)


def people(text: str) -> list[str]:
    return [e["word"] for e in get_tagger()(text) if e["entity_group"] == "PER"]
