#!/bin/bash
for task in mmlu/pro gsm8k; do
  lm_eval --model hf \
    --model_args pretrained=ibm-granite/granite-3.1-8b-instruct,dtype=bfloat16,peft=tloen/alpaca-lora-7b \
    --tasks $task --output_path results/c
done
lm_eval --model vllm --model_args "pretrained=internlm/internlm2_5-7b-chat,revision=main,tensor_parallel_size=1" --tasks hellaswag
models=("ibm-granite/granite-3.1-8b-instruct" "google/gemma-3-270m-it")
for m in "${models[@]}"; do
  python -m mteb run -m "$m" -t sts/all
done
