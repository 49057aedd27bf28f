from FlagEmbedding import FlagReranker

reranker = FlagReranker("BAAI/bge-reranker-v2-m3", use_fp16=True)


def top(query: str, passages: list[str], k: int = 8) -> list[str]:
    scores = reranker.compute_score([[query, p] for p in passages], batch_size=64, max_length=1024)
    order = sorted(range(len(passages)), key=lambda i: scores[i], reverse=True)
    return [passages[i] for i in order[:k]]
