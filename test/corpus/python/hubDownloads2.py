import json
from pathlib import Path

from huggingface_hub import HfApi, hf_hub_download, list_repo_files, snapshot_download

api = HfApi()
path = hf_hub_download(repo_id="unsloth/Qwen3-8B-GGUF", filename="model.Q5_K_M.gguf")
config = hf_hub_download(
    repo_id="bigscience/bloom-7b1",
    filename="config.json",
    revision="8f2e1d0",
    cache_dir="/tmp/cache/hub",
)
snapshot_download(repo_id="sentence-transformers/paraphrase-multilingual-mpnet-base-v2", allow_patterns=["*.json", "onnx/*"], local_dir="models/a")
rows = hf_hub_download(repo_id="Open-Orca/OpenOrca", filename="data/train.csv", repo_type="dataset")
snapshot_download("HuggingFaceFW/fineweb", repo_type="dataset", local_dir="data/raw")
snapshot_download(repo_id="gradio/chatbot", repo_type="space")
print(list_repo_files("sentence-transformers/paraphrase-multilingual-mpnet-base-v2"))
print(api.model_info("bigscience/bloom-7b1").sha, json.loads(Path(config).read_text())["architectures"])
