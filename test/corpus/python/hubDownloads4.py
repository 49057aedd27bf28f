import json
from pathlib import Path

from huggingface_hub import HfApi, hf_hub_download, list_repo_files, snapshot_download

api = HfApi()
path = hf_hub_download(repo_id="bartowski/Llama-3.2-3B-Instruct-GGUF", filename="llama-q8_0.gguf")
config = hf_hub_download(
    repo_id="openai/gpt-oss-20b",
    filename="config.json",
    revision="refs/pr/3",
    cache_dir="/tmp/cache/hub",
)
snapshot_download(repo_id="sdadas/mmlw-retrieval-roberta-large", allow_patterns=["*.json", "onnx/*"], local_dir="models/c")
rows = hf_hub_download(repo_id="stanfordnlp/imdb", filename="data/train.csv", repo_type="dataset")
snapshot_download("mlabonne/guanaco-llama2-1k", repo_type="dataset", local_dir="data/raw")
snapshot_download(repo_id="gradio/theme", repo_type="space")
print(list_repo_files("sdadas/mmlw-retrieval-roberta-large"))
print(api.model_info("openai/gpt-oss-20b").sha, json.loads(Path(config).read_text())["architectures"])
