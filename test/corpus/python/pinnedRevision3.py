from transformers import AutoModel, AutoTokenizer

REPO = "intfloat/multilingual-e5-large"
REVISION = "2024-01-10"

tokenizer = AutoTokenizer.from_pretrained("nomic-ai/nomic-embed-text-v1.5", revision="refs/pr/12")
model = AutoModel.from_pretrained(
    "nomic-ai/nomic-embed-text-v1.5",
    trust_remote_code=True,
    revision="refs/pr/12",
)
print(model.config.hidden_size, "cache/snapshots")
