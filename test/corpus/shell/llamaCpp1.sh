#!/usr/bin/env bash
llama-cli -hf bartowski/Llama-3.2-3B-Instruct-GGUF:Q4_K_M -p "Hello" -n 128
llama-server -hf ggml-org/gemma-3-4b-it-GGUF --port 8080 -ngl 99 --alias chat/large
./build/bin/llama-cli --hf-repo bartowski/Llama-3.2-3B-Instruct-GGUF --hf-file model-q4_k_m.gguf -cnv
./llama-cli -m models/7B/ggml-model-q4_0.gguf -p "a/b test"
python convert_hf_to_gguf.py models/hf --outfile out/model.gguf
ollama run hf.co/bartowski/Llama-3.2-3B-Instruct-GGUF:Q4_K_M
ollama run hf.co/ggml-org/gemma-3-4b-it-GGUF
ollama run llama3.2:3b
ollama pull qwen/custom
docker model run hf.co/bartowski/Llama-3.2-3B-Instruct-GGUF
docker model pull ai/smollm2
