from elasticsearch import Elasticsearch
from sentence_transformers import SentenceTransformer

es = Elasticsearch("http://localhost:9200")
model = SentenceTransformer("sentence-transformers/multi-qa-mpnet-base-dot-v1")

MAPPING = {
    "properties": {
        "body": {"type": "text", "analyzer": "english"},
        "vector": {"type": "dense_vector", "dims": 768, "index": True, "similarity": "dot_product"},
    }
}
es.indices.create(index="docs", mappings=MAPPING)
