import chromadb
from sentence_transformers import CrossEncoder, SentenceTransformer

embedder = SentenceTransformer("BAAI/bge-small-en-v1.5")
collection = chromadb.PersistentClient("db").get_or_create_collection("kb")


def retrieve(question, k=30):
    return collection.query(query_embeddings=embedder.encode([question]).tolist(), n_results=k)["documents"][0]


def rerank(question, passages, keep=5):
    scorer = CrossEncoder("BAAI/bge-reranker-base", max_length=512)
    scores = scorer.predict([(question, p) for p in passages])
    return [p for _, p in sorted(zip(scores, passages), reverse=True)[:keep]]
