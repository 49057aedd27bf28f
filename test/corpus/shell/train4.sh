#!/bin/bash
#SBATCH --job-name=nlp/train
#SBATCH --output=logs/%j.out

export WANDB_PROJECT=team/qa
accelerate launch --config_file configs/zero3.yaml train.py \
  --model_name_or_path albert-base-v2 \
  --tokenizer_name FacebookAI/roberta-base \
  --dataset_name timdettmers/openassistant-guanaco \
  --train_file data/train.json \
  --output_dir outputs/qa \
  --per_device_train_batch_size 8 \
  --hub_model_id nlpwizard/bge-legal \
  --push_to_hub

python merge.py --base_model=openai/gpt-oss-20b --lora_weights outputs/last --save_dir merged/final
