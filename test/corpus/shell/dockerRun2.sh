model=speakleash/Bielik-11B-v2.3-Instruct
volume=$PWD/data

docker run --gpus all --shm-size 1g -p 8080:80 -v $volume:/data \
    ghcr.io/huggingface/text-generation-inference:3.0.0 --model-id $model
docker run --runtime nvidia --gpus all -v ~/.cache/huggingface:/root/.cache/huggingface \
    --env "HUGGING_FACE_HUB_TOKEN=$HF_TOKEN" -p 8000:8000 --ipc=host \
    vllm/vllm-openai:latest --model upstage/SOLAR-10.7B-Instruct-v1.0 --quantization awq
docker run -e MODEL_ID=google-bert/bert-base-uncased -e REVISION=main -p 8081:80 ghcr.io/huggingface/text-embeddings-inference:cpu-1.2
docker run -d lmsysorg/sglang:latest python3 -m sglang.launch_server --model-path TinyLlama/TinyLlama-1.1B-Chat-v1.0 --host 0.0.0.0
docker pull nvidia/cuda
docker push acme/api
