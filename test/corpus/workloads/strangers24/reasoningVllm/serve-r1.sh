#!/usr/bin/env bash
export CUDA_VISIBLE_DEVICES=2,3
vllm serve deepseek-ai/DeepSeek-R1-Distill-Llama-70B \
  --quantization fp8 \
  --reasoning-parser deepseek_r1 \
  --max-model-len 65536 \
  -tp 2
