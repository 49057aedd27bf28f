#!/bin/bash
git checkout feature/login
git push origin release/1.2
docker build -t acme/api:latest services/api
helm repo add vllm https://vllm-project.github.io/production-stack
helm install vllm vllm/vllm-stack -f values/prod.yaml
kubectl apply -f k8s/deploy.yaml
aws s3 cp models/bert s3://bucket/models/bert --recursive
npx @biomejs/biome check src/app
rsync -a dist/web user@host:/var/www
gh repo clone huggingface/transformers
cat reports/today | grep "error/warn"
