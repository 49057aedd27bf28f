from pymilvus import Collection, CollectionSchema, DataType, FieldSchema, connections
from sentence_transformers import SentenceTransformer

EMBEDDING_DIM = 1024

connections.connect(host="milvus", port="19530")
schema = CollectionSchema([
    FieldSchema("id", DataType.INT64, is_primary=True, auto_id=True),
    FieldSchema("text", DataType.VARCHAR, max_length=8192),
    FieldSchema("embedding", DataType.FLOAT_VECTOR, dim=EMBEDDING_DIM),
])
collection = Collection("papers", schema)
model = SentenceTransformer("mixedbread-ai/mxbai-embed-large-v1", device="cuda")
model.max_seq_length = 512
