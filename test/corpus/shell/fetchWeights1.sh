#!/usr/bin/env bash
set -euo pipefail

JUDGE="${2:-${JUDGE:-allenai/OLMo-2-1124-7B-Instruct}}"
CACHE=/srv/weights

get() {
  local repo="$1" folder="$2"
  [ -d "$CACHE/$folder" ] || huggingface-cli download "$repo" --local-dir "$CACHE/$folder"
}

get BUT-FIT/diarizen-wavlm-base-s80-md diarizen
get speechbrain/sepformer-wsj02mix sepformer
# get nari-labs/Dia-1.6B dia

for name in bert-base-cased xlnet-base-cased; do
  ./bench.sh "$name" results/bert-base
done
./bench.sh distilroberta-base 32 out/last

lm_eval --model hf \
  --model_args pretrained=HuggingFaceTB/SmolLM2-1.7B\
  --tasks arc_easy

echo "Try it: python3 -c 'from transformers import AutoTokenizer; AutoTokenizer.from_pretrained(\"jet-ai/Jet-Nemotron-4B\")'"
