#!/usr/bin/env bash
llama-cli -hf Qwen/Qwen2.5-7B-Instruct-GGUF:IQ4_XS -p "Hello" -n 128
llama-server -hf microsoft/Phi-3-mini-4k-instruct-gguf --port 8080 -ngl 99 --alias chat/large
./build/bin/llama-cli --hf-repo Qwen/Qwen2.5-7B-Instruct-GGUF --hf-file x.gguf -cnv
./llama-cli -m models/7B/ggml-model-q4_0.gguf -p "a/b test"
python convert_hf_to_gguf.py models/hf --outfile out/model.gguf
ollama run hf.co/Qwen/Qwen2.5-7B-Instruct-GGUF:Q4_K_M
ollama run hf.co/microsoft/Phi-3-mini-4k-instruct-gguf
ollama run llama3.2:3b
ollama pull qwen/custom
docker model run hf.co/Qwen/Qwen2.5-7B-Instruct-GGUF
docker model pull ai/smollm2
