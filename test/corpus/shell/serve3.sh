#!/usr/bin/env bash
set -euo pipefail

MODEL="allenai/OLMo-2-1124-7B-Instruct"
PORT=${PORT:-8000}
LOG_DIR=logs/a

# Start the server, e.g. on 2/4 GPUs
CUDA_VISIBLE_DEVICES=0,1 vllm serve $MODEL \
    --port "$PORT" \
    --tensor-parallel-size 2 \
    --speculative-model openai-community/gpt2 \
    --download-dir models/cache > "$LOG_DIR/out.log" 2>&1 &

curl http://localhost:$PORT/v1/chat/completions \
    -H "Content-Type: application/json" \
    -d '{
      "model": "allenai/OLMo-2-1124-7B-Instruct",
      "messages": [{"role": "user", "content": "hi"}]
    }'
