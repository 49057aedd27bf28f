import json
from pathlib import Path

from huggingface_hub import HfApi, hf_hub_download, list_repo_files, snapshot_download

api = HfApi()
path = hf_hub_download(repo_id="ggml-org/gemma-3-4b-it-GGUF", filename="model-q4_k_m.gguf")
config = hf_hub_download(
    repo_id="CohereForAI/aya-expanse-8b",
    filename="config.json",
    revision="main",
    cache_dir="/tmp/cache/hub",
)
snapshot_download(repo_id="mixedbread-ai/mxbai-embed-large-v1", allow_patterns=["*.json", "onnx/*"], local_dir="models/emb")
rows = hf_hub_download(repo_id="yahma/alpaca-cleaned", filename="data/train.csv", repo_type="dataset")
snapshot_download("Anthropic/hh-rlhf", repo_type="dataset", local_dir="data/raw")
snapshot_download(repo_id="gradio/hello_world", repo_type="space")
print(list_repo_files("mixedbread-ai/mxbai-embed-large-v1"))
print(api.model_info("CohereForAI/aya-expanse-8b").sha, json.loads(Path(config).read_text())["architectures"])
