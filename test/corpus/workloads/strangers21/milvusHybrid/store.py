from pymilvus import DataType, MilvusClient
from pymilvus.model.hybrid import BGEM3EmbeddingFunction

DIM = 1024
ef = BGEM3EmbeddingFunction(model_name="BAAI/bge-m3", use_fp16=False, device="cpu")

client = MilvusClient(uri="./faq.db")
schema = client.create_schema(auto_id=True, enable_dynamic_field=True)
schema.add_field("id", DataType.INT64, is_primary=True)
schema.add_field("answer", DataType.VARCHAR, max_length=2000)
schema.add_field("dense", DataType.FLOAT_VECTOR, dim=DIM)
schema.add_field("sparse", DataType.SPARSE_FLOAT_VECTOR)

index = client.prepare_index_params()
index.add_index("dense", index_type="HNSW", metric_type="IP")
index.add_index("sparse", index_type="SPARSE_INVERTED_INDEX", metric_type="IP")
client.create_collection("faq", schema=schema, index_params=index)
