#!/bin/bash
for task in mmlu/pro gsm8k; do
  lm_eval --model hf \
    --model_args pretrained=HuggingFaceH4/zephyr-7b-beta,dtype=bfloat16,peft=ybelkada/opt-350m-lora \
    --tasks $task --output_path results/b
done
lm_eval --model vllm --model_args "pretrained=allenai/OLMo-2-1124-7B-Instruct,revision=main,tensor_parallel_size=1" --tasks hellaswag
models=("HuggingFaceH4/zephyr-7b-beta" "openai-community/gpt2")
for m in "${models[@]}"; do
  python -m mteb run -m "$m" -t sts/all
done
