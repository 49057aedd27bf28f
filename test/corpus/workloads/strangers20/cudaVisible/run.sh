#!/bin/bash
#SBATCH --job-name=judge
#SBATCH --gres=gpu:a100:4
#SBATCH --cpus-per-task=32
#SBATCH --time=08:00:00

module load cuda/12.4
source ~/venvs/vllm/bin/activate
export HF_HOME=/scratch/$USER/hf

srun vllm serve mistralai/Mistral-Large-Instruct-2411 \
    --tokenizer-mode mistral --config-format mistral --load-format mistral \
    --tensor-parallel-size 4 \
    --max-model-len 65536 \
    --enable-auto-tool-choice --tool-call-parser mistral \
    --port 8000
