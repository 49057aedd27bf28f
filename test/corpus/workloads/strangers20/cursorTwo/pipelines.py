from functools import cache

from transformers import pipeline


@cache
def ner():
    return pipeline("token-classification", model="dslim/bert-base-NER", aggregation_strategy="simple")


@cache
def zero_shot():
    return pipeline("zero-shot-classification", model="MoritzLaurer/mDeBERTa-v3-base-mnli-xnli", device=0)


def people(text: str) -> list[str]:
    return [e["word"] for e in ner()(text) if e["entity_group"] == "PER"]


def topic(text: str, labels: list[str]) -> str:
    # which of the topics fits best
    return zero_shot()(text, labels, multi_label=False)["labels"][0]
