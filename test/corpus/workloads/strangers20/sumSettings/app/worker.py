from transformers import pipeline

from app import config

summarize = pipeline("summarization", model=config.SUMMARY_MODEL, device=config.DEVICE)


def handle(articles: list[str]) -> list[str]:
    out = summarize(articles, max_new_tokens=config.SUMMARY_MAX_TOKENS, batch_size=config.SUMMARY_BATCH)
    return [o["summary_text"] for o in out]
