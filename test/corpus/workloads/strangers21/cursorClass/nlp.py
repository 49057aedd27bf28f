import torch
from sentence_transformers import CrossEncoder, SentenceTransformer
from transformers import pipeline


class Retriever:
    def __init__(self, device: str = "cpu"):
        self.encoder = SentenceTransformer("sentence-transformers/all-MiniLM-L6-v2", device=device)

    def embed(self, texts):
        return self.encoder.encode(texts, batch_size=64, convert_to_tensor=True)


class Ranker:
    def __init__(self):
        self.model = CrossEncoder("mixedbread-ai/mxbai-rerank-base-v1", max_length=512)

    def rank(self, query: str, passages: list[str]) -> list[int]:
        scores = self.model.predict([(query, p) for p in passages])
        return scores.argsort()[::-1].tolist()


class Summarizer:
    def __init__(self):
        self.pipe = pipeline("summarization", model="philschmid/bart-large-cnn-samsum")

    def short(self, text):
        return self.pipe(text, max_length=90)[0]["summary_text"]
