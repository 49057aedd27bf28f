#!/bin/sh
# Suggests a commit message with a local model. Needs: ollama, jq
MODEL="${AI_COMMIT_MODEL:-qwen2.5-coder:7b}"
DIFF=$(git diff --cached | head -c 12000)
PROMPT="Write a short conventional commit message for this diff. Only the message, in English.\n$DIFF"
jq -n --arg m "$MODEL" --arg p "$PROMPT" '{model:$m, prompt:$p, stream:false, options:{num_ctx:8192, temperature:0.2}}' \
  | curl -s http://localhost:11434/api/generate -d @- | jq -r .response
