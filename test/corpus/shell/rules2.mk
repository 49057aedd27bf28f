MODEL ?= tiiuae/falcon-7b-instruct
IMAGE = acme/server

serve:
	vllm serve $(MODEL) --port 8000

download:
	hf download FacebookAI/roberta-base --local-dir models/emb

image:
	docker build -t $(IMAGE) deploy/docker
	docker run vllm/vllm-openai --model LiquidAI/LFM2-350M

test:
	pytest tests/unit -k "a/b" # fast
