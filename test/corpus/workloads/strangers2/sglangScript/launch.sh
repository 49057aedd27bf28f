#!/bin/bash
python -m sglang.launch_server \
  --model-path deepseek-ai/DeepSeek-R1-Distill-Llama-70B \
  --tp 8 \
  --context-length 40960 \
  --reasoning-parser deepseek-r1 \
  --max-running-requests 64 \
  --port 30000
