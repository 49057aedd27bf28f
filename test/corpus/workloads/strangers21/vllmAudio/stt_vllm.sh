#!/bin/sh
# Voxtral for the newsroom
exec vllm serve mistralai/Voxtral-Mini-3B-2507 \
  --tokenizer-mode mistral --config-format mistral --load-format mistral \
  --max-model-len 8192 \
  --max-num-seqs 4 \
  --gpu-memory-utilization 0.85
