#!/usr/bin/env bash
set -euo pipefail

model=${MODEL:-HuggingFaceH4/zephyr-7b-beta}
volume=$PWD/data

docker run --rm --gpus '"device=0,1"' --shm-size 1g -p 8080:80 -v "$volume:/data" \
  -e HF_TOKEN \
  ghcr.io/huggingface/text-generation-inference:3.1.0 \
  --model-id "$model" \
  --num-shard 2 \
  --quantize eetq \
  --max-total-tokens 6144 \
  --max-input-tokens 4096 \
  --max-batch-prefill-tokens 8192
