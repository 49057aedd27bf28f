#!/bin/zsh
# Local coding model on the studio
python -m mlx_lm.server \
  --model mlx-community/Qwen2.5-Coder-32B-Instruct-4bit \
  --host 127.0.0.1 --port 8081 \
  --max-tokens 2048
