from transformers import AutoModel, AutoTokenizer

REPO = "sdadas/mmlw-retrieval-roberta-large"
REVISION = "abc"

tokenizer = AutoTokenizer.from_pretrained("Alibaba-NLP/gte-Qwen2-1.5B-instruct", revision="v1.0")
model = AutoModel.from_pretrained(
    "Alibaba-NLP/gte-Qwen2-1.5B-instruct",
    trust_remote_code=True,
    revision="v1.0",
)
print(model.config.hidden_size, "cache/snapshots")
