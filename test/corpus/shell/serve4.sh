#!/usr/bin/env bash
set -euo pipefail

MODEL="internlm/internlm2_5-7b-chat"
PORT=${PORT:-8000}
LOG_DIR=logs/b

# Start the server, e.g. on 2/4 GPUs
CUDA_VISIBLE_DEVICES=0,1 vllm serve "bigscience/bloom-7b1" \
    --port "$PORT" \
    --tensor-parallel-size 2 \
    --speculative-model google/gemma-3-270m-it \
    --download-dir models/cache > "$LOG_DIR/out.log" 2>&1 &

curl http://localhost:$PORT/v1/chat/completions \
    -H "Content-Type: application/json" \
    -d '{
      "model": "internlm/internlm2_5-7b-chat",
      "messages": [{"role": "user", "content": "hi"}]
    }'
