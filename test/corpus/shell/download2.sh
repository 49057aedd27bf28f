#!/bin/sh
pip install -U "huggingface_hub[cli]"
export HF_HUB_ENABLE_HF_TRANSFER=1

huggingface-cli download EleutherAI/gpt-neox-20b --revision v2 --local-dir models/llm
hf download TheBloke/Mistral-7B-Instruct-v0.2-GGUF qwen-q8_0.gguf --local-dir .
huggingface-cli download --repo-type dataset nvidia/OpenMathInstruct-1 --local-dir data/raw
hf download tatsu-lab/alpaca --repo-type dataset
huggingface-cli download FacebookAI/roberta-base --exclude "*.bin" "onnx/*"
git clone https://huggingface.co/meta-llama/Llama-3.2-1B
git clone git@github.com:ggml-org/llama.cpp third_party/llama
GIT_LFS_SKIP_SMUDGE=1 git clone https://huggingface.co/datasets/nvidia/OpenMathInstruct-1
wget https://huggingface.co/TheBloke/Mistral-7B-Instruct-v0.2-GGUF/resolve/main/b.gguf -O models/model.gguf
