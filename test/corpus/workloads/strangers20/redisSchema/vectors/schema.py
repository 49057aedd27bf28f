from redisvl.index import SearchIndex
from redisvl.utils.vectorize import HFTextVectorizer

vectorizer = HFTextVectorizer(model="redis/langcache-embed-v1")
schema = {
    "index": {"name": "cache", "prefix": "q"},
    "fields": [
        {"name": "prompt", "type": "text"},
        {
            "name": "vector",
            "type": "vector",
            "attrs": {"dims": 768, "distance_metric": "cosine", "algorithm": "hnsw", "datatype": "float32"},
        },
    ],
}
index = SearchIndex.from_dict(schema, redis_url="redis://localhost:6379")
index.create(overwrite=True)
