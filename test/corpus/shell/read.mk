MODEL ?= Qwen/Qwen2.5-7B-Instruct
IMAGE ?= docker.io/org/image
serve:
	vllm serve $(MODEL)
dl:
	huggingface-cli download google/gemma-2b --local-dir ./m
push:
	docker push org/image:latest
