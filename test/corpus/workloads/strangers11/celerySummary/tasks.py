import os

from celery import Celery
from transformers import pipeline

celery = Celery("tasks", broker=os.environ["REDIS_URL"])
MODEL_NAME = os.getenv("SUMMARY_MODEL", "philschmid/bart-large-cnn-samsum")
_summarizer = None


def get_summarizer():
    global _summarizer
    if _summarizer is None:
        _summarizer = pipeline("summarization", model=MODEL_NAME, device=-1)
    return _summarizer


@celery.task
def summarize_chat(text: str) -> str:
    return get_summarizer()(text, max_length=90, min_length=20, do_sample=False)[0]["summary_text"]
