#!/bin/bash
MODEL="meta-llama/Llama-2-7b-hf"
MODEL_PATH=${1:-Qwen/Qwen2-7B}
DATA=tatsu-lab/alpaca
export HF_MODEL_ID=google/flan-t5-xl
torchrun --nproc_per_node=8 train.py \
  --model_name_or_path "$MODEL" \
  --tokenizer_name_or_path huggyllama/llama-7b \
  --data_path ./data/alpaca.json \
  --report_to wandb
for m in facebook/opt-125m facebook/opt-350m; do
  python eval.py --model $m
done
models=(
  "Qwen/Qwen2.5-0.5B"
  "Qwen/Qwen2.5-1.5B"
)
cd repo/src && cp a/b c/d
docker pull nvidia/cuda
git clone https://github.com/vllm-project/vllm
git remote add up git@github.com:org/repo.git
