#!/bin/sh
pip install -U "huggingface_hub[cli]"
export HF_HUB_ENABLE_HF_TRANSFER=1

huggingface-cli download allenai/OLMo-2-1124-7B-Instruct --revision main --local-dir models/llm
hf download ggml-org/gemma-3-4b-it-GGUF b.gguf --local-dir .
huggingface-cli download --repo-type dataset teknium/OpenHermes-2.5 --local-dir data/raw
hf download HuggingFaceH4/ultrachat_200k --repo-type dataset
huggingface-cli download jinaai/jina-embeddings-v3 --exclude "*.bin" "onnx/*"
git clone https://huggingface.co/openai-community/gpt2
git clone git@github.com:ggml-org/llama.cpp third_party/llama
GIT_LFS_SKIP_SMUDGE=1 git clone https://huggingface.co/datasets/teknium/OpenHermes-2.5
wget https://huggingface.co/ggml-org/gemma-3-4b-it-GGUF/resolve/main/d.gguf -O models/model.gguf
