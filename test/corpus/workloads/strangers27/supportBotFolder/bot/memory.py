import os

from redisvl.index import SearchIndex
from redisvl.utils.vectorize import HFTextVectorizer

vectorizer = HFTextVectorizer(model=os.environ["EMBED_MODEL"])
index = SearchIndex.from_dict({
    "index": {"name": "memory", "prefix": "m"},
    "fields": [{"name": "v", "type": "vector", "attrs": {"dims": int(os.environ["EMBED_DIM"]), "algorithm": "hnsw", "distance_metric": "cosine"}}],
})
