from functools import lru_cache

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from transformers import pipeline

REASON = _("This comment was hidden automatically")


@lru_cache(maxsize=1)
def classifier():
    return pipeline("text-classification", model=settings.TOXICITY_MODEL, top_k=None)


def is_toxic(text: str) -> bool:
    scores = classifier()(text, truncation=True, max_length=settings.TOXICITY_MAX_LENGTH)[0]
    return any(s["label"] == "toxicity" and s["score"] > 0.85 for s in scores)
