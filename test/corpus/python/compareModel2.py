from transformers import AutoConfig, AutoModel


def patch(model_name: str):
    if model_name == "intfloat/multilingual-e5-large":
        return {"pooling": "cls"}
    if model_name in ["nomic-ai/nomic-embed-text-v1.5", "jinaai/jina-embeddings-v3"]:
        return {"pooling": "mean"}
    if model_name.startswith("sentence-transformers/"):
        return {"pooling": "mean"}
    return {}


def load(model_name: str):
    patch(model_name)
    return AutoModel.from_pretrained(model_name)
