model=deepseek-ai/DeepSeek-R1-Distill-Qwen-7B
volume=$PWD/data

docker run --gpus all --shm-size 1g -p 8080:80 -v $volume:/data \
    ghcr.io/huggingface/text-generation-inference:3.0.0 --model-id $model
docker run --runtime nvidia --gpus all -v ~/.cache/huggingface:/root/.cache/huggingface \
    --env "HUGGING_FACE_HUB_TOKEN=$HF_TOKEN" -p 8000:8000 --ipc=host \
    vllm/vllm-openai:latest --model openai/gpt-oss-20b --quantization awq
docker run -e MODEL_ID=intfloat/multilingual-e5-large -e REVISION=main -p 8081:80 ghcr.io/huggingface/text-embeddings-inference:cpu-1.2
docker run -d lmsysorg/sglang:latest python3 -m sglang.launch_server --model-path meta-llama/Llama-3.2-1B --host 0.0.0.0
docker pull pytorch/pytorch
docker push acme/api
