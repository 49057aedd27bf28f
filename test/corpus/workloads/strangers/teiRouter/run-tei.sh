#!/usr/bin/env bash
model=BAAI/bge-reranker-large
docker run --gpus all -p 8080:80 -v "$PWD/data:/data" --pull always \
  ghcr.io/huggingface/text-embeddings-inference:86-1.7 --model-id $model --max-client-batch-size 128 --dtype float16
