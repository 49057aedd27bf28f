#!/bin/bash
#SBATCH --job-name=nlp/train
#SBATCH --output=logs/%j.out

export WANDB_PROJECT=team/mlm
accelerate launch --config_file configs/zero3.yaml train.py \
  --model_name_or_path sentence-transformers/all-MiniLM-L6-v2 \
  --tokenizer_name sentence-transformers/all-MiniLM-L6-v2 \
  --dataset_name HuggingFaceH4/ultrachat_200k \
  --train_file data/train.json \
  --output_dir outputs/mlm \
  --per_device_train_batch_size 8 \
  --hub_model_id openlab-pl/chat-7b-dpo \
  --push_to_hub

python merge.py --base_model=mistralai/Mistral-7B-Instruct-v0.3 --lora_weights outputs/last --save_dir merged/final
