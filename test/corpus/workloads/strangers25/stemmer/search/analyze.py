import snowballstemmer
from nltk.corpus import stopwords
from sentence_transformers import CrossEncoder

stemmer = snowballstemmer.stemmer("german")
STOP = set(stopwords.words("german"))
reranker = CrossEncoder("cross-encoder/msmarco-MiniLM-L6-en-de-v1")


def normalize(text: str, language: str = "de") -> list[str]:
    return [stemmer.stemWord(w) for w in text.lower().split() if w not in STOP]


def rerank(query: str, docs: list[str]) -> list[str]:
    scores = reranker.predict([(query, d) for d in docs], batch_size=16)
    return [d for _, d in sorted(zip(scores, docs), reverse=True)]
