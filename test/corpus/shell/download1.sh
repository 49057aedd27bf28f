#!/bin/sh
pip install -U "huggingface_hub[cli]"
export HF_HUB_ENABLE_HF_TRANSFER=1

huggingface-cli download 01-ai/Yi-1.5-9B-Chat --revision main --local-dir models/llm
hf download bartowski/Llama-3.2-3B-Instruct-GGUF model-Q4_K_M.gguf --local-dir .
huggingface-cli download --repo-type dataset Open-Orca/OpenOrca --local-dir data/raw
hf download HuggingFaceFW/fineweb --repo-type dataset
huggingface-cli download sentence-transformers/all-MiniLM-L6-v2 --exclude "*.bin" "onnx/*"
git clone https://huggingface.co/distilbert/distilgpt2
git clone git@github.com:ggml-org/llama.cpp third_party/llama
GIT_LFS_SKIP_SMUDGE=1 git clone https://huggingface.co/datasets/Open-Orca/OpenOrca
wget https://huggingface.co/bartowski/Llama-3.2-3B-Instruct-GGUF/resolve/main/a.gguf -O models/model.gguf
