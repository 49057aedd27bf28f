#!/usr/bin/env bash
llama-cli -hf TheBloke/Mistral-7B-Instruct-v0.2-GGUF:Q8_0 -p "Hello" -n 128
llama-server -hf unsloth/Qwen3-8B-GGUF --port 8080 -ngl 99 --alias chat/large
./build/bin/llama-cli --hf-repo TheBloke/Mistral-7B-Instruct-v0.2-GGUF --hf-file q8.gguf -cnv
./llama-cli -m models/7B/ggml-model-q4_0.gguf -p "a/b test"
python convert_hf_to_gguf.py models/hf --outfile out/model.gguf
ollama run hf.co/TheBloke/Mistral-7B-Instruct-v0.2-GGUF:Q4_K_M
ollama run hf.co/unsloth/Qwen3-8B-GGUF
ollama run llama3.2:3b
ollama pull qwen/custom
docker model run hf.co/TheBloke/Mistral-7B-Instruct-v0.2-GGUF
docker model pull ai/smollm2
