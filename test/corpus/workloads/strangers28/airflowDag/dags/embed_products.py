from datetime import datetime

from airflow.decorators import dag, task

MODEL = "Alibaba-NLP/gte-large-en-v1.5"
DIM = 1024


@dag(schedule="@daily", start_date=datetime(2025, 1, 1), catchup=False)
def embed_products():
    @task
    def ensure_index():
        from opensearchpy import OpenSearch

        client = OpenSearch("http://opensearch:9200")
        body = {
            "settings": {"index": {"knn": True}},
            "mappings": {"properties": {"v": {"type": "knn_vector", "dimension": DIM}}},
        }
        if not client.indices.exists("products"):
            client.indices.create("products", body=body)

    @task
    def embed():
        from sentence_transformers import SentenceTransformer

        model = SentenceTransformer(MODEL, trust_remote_code=True, device="cuda")
        vectors = model.encode(load_products(), batch_size=48, show_progress_bar=False)
        store(vectors)

    ensure_index() >> embed()


embed_products()
