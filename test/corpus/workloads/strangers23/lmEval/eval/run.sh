#!/bin/bash
set -e
MODEL=allenai/OLMo-2-1124-7B-Instruct
lm_eval --model vllm \
  --model_args pretrained=$MODEL,dtype=bfloat16,max_model_len=4096,tensor_parallel_size=1 \
  --tasks hellaswag,mmlu \
  --batch_size auto \
  --output_path results/
