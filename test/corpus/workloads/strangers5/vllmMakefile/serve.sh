#!/usr/bin/env bash
set -e
MODEL=${1:-Qwen/Qwen3-32B}
TP=${TP:-4}
export CUDA_VISIBLE_DEVICES=0,1,2,3
export VLLM_ALLOW_LONG_MAX_MODEL_LEN=1

python -m vllm.entrypoints.openai.api_server \
    --model "$MODEL" \
    --served-model-name qwen3 \
    --tensor-parallel-size "$TP" \
    --max-model-len 40960 \
    --max-num-seqs 64 \
    --dtype bfloat16 \
    --reasoning-parser qwen3 \
    --port 8001 2>&1 | tee logs/serve.log
