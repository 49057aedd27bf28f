#!/bin/sh
pip install -U "huggingface_hub[cli]"
export HF_HUB_ENABLE_HF_TRANSFER=1

huggingface-cli download meta-llama/Llama-3.1-8B-Instruct --revision 7ae557604adf67be50417f59c2c2f167def9a775 --local-dir models/llm
hf download Qwen/Qwen2.5-7B-Instruct-GGUF a.gguf --local-dir .
huggingface-cli download --repo-type dataset stanfordnlp/imdb --local-dir data/raw
hf download mlabonne/guanaco-llama2-1k --repo-type dataset
huggingface-cli download BAAI/bge-small-en-v1.5 --exclude "*.bin" "onnx/*"
git clone https://huggingface.co/TinyLlama/TinyLlama-1.1B-Chat-v1.0
git clone git@github.com:ggml-org/llama.cpp third_party/llama
GIT_LFS_SKIP_SMUDGE=1 git clone https://huggingface.co/datasets/stanfordnlp/imdb
wget https://huggingface.co/Qwen/Qwen2.5-7B-Instruct-GGUF/resolve/main/c.gguf -O models/model.gguf
