#!/bin/bash
#SBATCH --job-name=nlp/train
#SBATCH --output=logs/%j.out

export WANDB_PROJECT=team/sft
accelerate launch --config_file configs/zero3.yaml train.py \
  --model_name_or_path CohereForAI/aya-expanse-8b \
  --tokenizer_name nomic-ai/nomic-embed-text-v1.5 \
  --dataset_name tatsu-lab/alpaca \
  --train_file data/train.json \
  --output_dir outputs/sft \
  --per_device_train_batch_size 8 \
  --hub_model_id labteam/summarizer-v2 \
  --push_to_hub

python merge.py --base_model=CohereForAI/aya-expanse-8b --lora_weights outputs/last --save_dir merged/final
