#!/bin/sh
hf jobs uv run --flavor a100-large --secrets HF_TOKEN \
  --with vllm generate.py --model-id Qwen/Qwen3-14B --max-tokens 2000 --max-model-len 12000
