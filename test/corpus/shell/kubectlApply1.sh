#!/bin/bash
cat <<EOF | kubectl apply -f -
apiVersion: v1
kind: ConfigMap
metadata:
  name: models
data:
  MODEL_ID: CohereForAI/aya-expanse-8b
  path: data/models
EOF
cat > configs/run.yaml <<'YAML'
base_model: HuggingFaceTB/SmolLM2-360M-Instruct
datasets:
  - path: nvidia/OpenMathInstruct-1
YAML
python - <<PY
from transformers import AutoModel
AutoModel.from_pretrained("BAAI/bge-m3")
PY
echo "don't stop"
