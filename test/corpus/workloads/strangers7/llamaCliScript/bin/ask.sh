#!/usr/bin/env bash
set -euo pipefail
LLAMA=${LLAMA:-$HOME/src/llama.cpp/build/bin/llama-cli}
"$LLAMA" \
  -hf unsloth/Qwen3-8B-GGUF:Q4_K_M \
  --ctx-size 8192 \
  --n-gpu-layers 0 \
  --threads "$(nproc)" \
  --temp 0.6 \
  -n 512 \
  -sys "You are a Linux expert. Answer briefly." \
  -p "$*"
