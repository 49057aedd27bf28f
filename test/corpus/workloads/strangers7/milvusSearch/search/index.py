from pymilvus import DataType, MilvusClient
from sentence_transformers import CrossEncoder, SentenceTransformer

DIM = 768
client = MilvusClient("http://milvus:19530")
encoder = SentenceTransformer("sentence-transformers/LaBSE")
reranker = CrossEncoder("cross-encoder/mmarco-mMiniLMv2-L12-H384-v1", max_length=512)


def create():
    schema = client.create_schema(auto_id=True)
    schema.add_field("id", DataType.INT64, is_primary=True)
    schema.add_field("text", DataType.VARCHAR, max_length=4000)
    schema.add_field("vector", DataType.FLOAT_VECTOR, dim=DIM)
    client.create_collection("articles", schema=schema)


def rerank(query: str, hits: list[str]) -> list[str]:
    scores = reranker.predict([(query, hit) for hit in hits])
    return [hit for _, hit in sorted(zip(scores, hits), reverse=True)]
