from redisvl.index import SearchIndex
from redisvl.utils.vectorize import HFTextVectorizer

vectorizer = HFTextVectorizer(model="redis/langcache-embed-v1")
schema = {
    "index": {"name": "faq", "prefix": "faq"},
    "fields": [
        {"name": "question", "type": "text"},
        {"name": "vec", "type": "vector", "attrs": {"dims": 768, "algorithm": "hnsw", "distance_metric": "cosine"}},
    ],
}
index = SearchIndex.from_dict(schema)
