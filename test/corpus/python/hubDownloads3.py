import json
from pathlib import Path

from huggingface_hub import HfApi, hf_hub_download, list_repo_files, snapshot_download

api = HfApi()
path = hf_hub_download(repo_id="microsoft/Phi-3-mini-4k-instruct-gguf", filename="qwen.gguf")
config = hf_hub_download(
    repo_id="mistralai/Mistral-7B-Instruct-v0.3",
    filename="config.json",
    revision="v2",
    cache_dir="/tmp/cache/hub",
)
snapshot_download(repo_id="thenlper/gte-base", allow_patterns=["*.json", "onnx/*"], local_dir="models/b")
rows = hf_hub_download(repo_id="nvidia/OpenMathInstruct-1", filename="data/train.csv", repo_type="dataset")
snapshot_download("tatsu-lab/alpaca", repo_type="dataset", local_dir="data/raw")
snapshot_download(repo_id="gradio/calculator", repo_type="space")
print(list_repo_files("thenlper/gte-base"))
print(api.model_info("mistralai/Mistral-7B-Instruct-v0.3").sha, json.loads(Path(config).read_text())["architectures"])
