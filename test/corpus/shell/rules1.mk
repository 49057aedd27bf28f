MODEL ?= Qwen/Qwen2.5-7B-Instruct
IMAGE = acme/server

serve:
	vllm serve $(MODEL) --port 8000

download:
	hf download sentence-transformers/all-MiniLM-L6-v2 --local-dir models/emb

image:
	docker build -t $(IMAGE) deploy/docker
	docker run vllm/vllm-openai --model HuggingFaceTB/SmolLM2-360M-Instruct

test:
	pytest tests/unit -k "a/b" # slow
