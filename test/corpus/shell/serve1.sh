#!/usr/bin/env bash
set -euo pipefail

MODEL="EleutherAI/gpt-neox-20b"
PORT=${PORT:-8000}
LOG_DIR=logs/serve

# Start the server, e.g. on 2/4 GPUs
CUDA_VISIBLE_DEVICES=0,1 vllm serve "$MODEL" \
    --port "$PORT" \
    --tensor-parallel-size 2 \
    --speculative-model meta-llama/Llama-3.2-1B \
    --download-dir models/cache > "$LOG_DIR/out.log" 2>&1 &

curl http://localhost:$PORT/v1/chat/completions \
    -H "Content-Type: application/json" \
    -d '{
      "model": "EleutherAI/gpt-neox-20b",
      "messages": [{"role": "user", "content": "hi"}]
    }'
