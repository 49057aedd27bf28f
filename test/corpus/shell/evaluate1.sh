#!/bin/bash
for task in mmlu/pro gsm8k; do
  lm_eval --model hf \
    --model_args pretrained=zai-org/GLM-4.5-Air,dtype=bfloat16,peft=kaitchup/Llama-2-7b-adapter \
    --tasks $task --output_path results/a
done
lm_eval --model vllm --model_args "pretrained=meta-llama/Llama-3.1-8B-Instruct,revision=main,tensor_parallel_size=1" --tasks hellaswag
models=("zai-org/GLM-4.5-Air" "TinyLlama/TinyLlama-1.1B-Chat-v1.0")
for m in "${models[@]}"; do
  python -m mteb run -m "$m" -t sts/all
done
