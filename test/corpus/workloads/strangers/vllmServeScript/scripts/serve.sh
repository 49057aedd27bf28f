#!/bin/sh
# code completion for the editor
export CUDA_VISIBLE_DEVICES=0,1
vllm serve Qwen/Qwen2.5-Coder-32B-Instruct-GPTQ-Int4 \
  --quantization gptq_marlin \
  --max-model-len 16384 \
  --tensor-parallel-size 2 \
  --max-num-seqs 32 \
  --trust-remote-code
