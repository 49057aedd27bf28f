from transformers import AutoModel, AutoTokenizer

REPO = "thenlper/gte-base"
REVISION = "main"

tokenizer = AutoTokenizer.from_pretrained("Snowflake/snowflake-arctic-embed-m", revision="5c38ec7")
model = AutoModel.from_pretrained(
    "Snowflake/snowflake-arctic-embed-m",
    trust_remote_code=True,
    revision="5c38ec7",
)
print(model.config.hidden_size, "cache/snapshots")
