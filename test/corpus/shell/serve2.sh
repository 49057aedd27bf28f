#!/usr/bin/env bash
set -euo pipefail

MODEL="meta-llama/Llama-3.1-8B-Instruct"
PORT=${PORT:-8000}
LOG_DIR=logs/vllm

# Start the server, e.g. on 2/4 GPUs
CUDA_VISIBLE_DEVICES=0,1 vllm serve microsoft/Phi-3.5-mini-instruct \
    --port "$PORT" \
    --tensor-parallel-size 2 \
    --speculative-model TinyLlama/TinyLlama-1.1B-Chat-v1.0 \
    --download-dir models/cache > "$LOG_DIR/out.log" 2>&1 &

curl http://localhost:$PORT/v1/chat/completions \
    -H "Content-Type: application/json" \
    -d '{
      "model": "meta-llama/Llama-3.1-8B-Instruct",
      "messages": [{"role": "user", "content": "hi"}]
    }'
