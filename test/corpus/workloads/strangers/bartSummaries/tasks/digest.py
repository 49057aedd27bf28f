from celery import shared_task
from transformers import pipeline

_summarizer = None


def summarizer():
    global _summarizer
    if _summarizer is None:
        _summarizer = pipeline("summarization", model="facebook/bart-large-cnn", device=-1)
    return _summarizer


@shared_task
def digest(texts: list[str]) -> list[str]:
    return [r["summary_text"] for r in summarizer()(texts, max_new_tokens=130, do_sample=False, batch_size=4)]
