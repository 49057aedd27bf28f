#!/bin/bash
cat <<EOF | kubectl apply -f -
apiVersion: v1
kind: ConfigMap
metadata:
  name: models
data:
  MODEL_ID: bigscience/bloom-7b1
  path: data/models
EOF
cat > configs/run.yaml <<'YAML'
base_model: LiquidAI/LFM2-350M
datasets:
  - path: stanfordnlp/imdb
YAML
python - <<PY
from transformers import AutoModel
AutoModel.from_pretrained("mixedbread-ai/mxbai-embed-large-v1")
PY
echo "don't stop"
