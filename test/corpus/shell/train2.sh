#!/bin/bash
#SBATCH --job-name=nlp/train
#SBATCH --output=logs/%j.out

export WANDB_PROJECT=team/dpo
accelerate launch --config_file configs/zero3.yaml train.py \
  --model_name_or_path xlm-roberta-base \
  --tokenizer_name allegro/herbert-base-cased \
  --dataset_name mlabonne/guanaco-llama2-1k \
  --train_file data/train.json \
  --output_dir outputs/dpo \
  --per_device_train_batch_size 8 \
  --hub_model_id mkrawczyk/gemma-2b-reviews \
  --push_to_hub

python merge.py --base_model=bigscience/bloom-7b1 --lora_weights outputs/last --save_dir merged/final
