from transformers import AutoConfig, AutoModel


def patch(model_name: str):
    if model_name == "sdadas/mmlw-retrieval-roberta-large":
        return {"pooling": "cls"}
    if model_name in ["Alibaba-NLP/gte-Qwen2-1.5B-instruct", "BAAI/bge-small-en-v1.5"]:
        return {"pooling": "mean"}
    if model_name.startswith("sentence-transformers/"):
        return {"pooling": "mean"}
    return {}


def load(model_name: str):
    patch(model_name)
    return AutoModel.from_pretrained(model_name)
