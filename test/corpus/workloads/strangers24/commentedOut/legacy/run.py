"""Summaries for the intranet.

We used to call pipeline("translation", model="Helsinki-NLP/opus-mt-de-en") first; not any more.
"""
from transformers import pipeline

# classifier = pipeline("text-classification", model="distilbert-base-uncased-finetuned-sst-2-english")
# llm = LLM(model="meta-llama/Llama-2-7b-chat-hf", max_model_len=4096)
summarizer = pipeline("summarization", model="facebook/bart-large-xsum", device="cpu")


def run(text):
    # max_new_tokens=400 was too long
    return summarizer(text, max_new_tokens=60)[0]["summary_text"]
