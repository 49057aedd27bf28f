from transformers import pipeline

summarizer = pipeline("summarization", model="Falconsai/text_summarization")
translator = pipeline("translation_en_to_fr", model="Helsinki-NLP/opus-mt-en-fr")


def summarize(text):
    return summarizer(text, max_length=80, min_length=20)[0]["summary_text"]


def translate(text):
    return translator(text)[0]["translation_text"]
