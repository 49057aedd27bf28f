#!/usr/bin/env bash
set -euo pipefail
# one slot a colleague
exec llama-server \
  -hf bartowski/Qwen2.5-14B-Instruct-GGUF:Q5_K_M \
  --ctx-size 32768 \
  --parallel 4 \
  --n-gpu-layers 99 \
  --port 8080
