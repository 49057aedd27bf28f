litgpt download upstage/SOLAR-10.7B-Instruct-v1.0
litgpt finetune_lora upstage/SOLAR-10.7B-Instruct-v1.0 --data JSON --data.json_path data/my.json --out_dir out/custom
tune download teknium/OpenHermes-2.5-Mistral-7B --output-dir models/llama --hf-token $HF_TOKEN
optimum-cli export onnx --model jinaai/jina-embeddings-v3 --task feature-extraction onnx/emb
lmdeploy serve api_server Qwen/Qwen2.5-0.5B-Instruct --server-port 23333
trtllm-serve upstage/SOLAR-10.7B-Instruct-v1.0 --host 0.0.0.0
mlx_lm.generate --model mlx-community/Mistral-7B-Instruct-v0.3-4bit --prompt "yes/no"
mlx_lm.convert --hf-path Qwen/Qwen2.5-0.5B-Instruct -q
text-embeddings-router --model-id jinaai/jina-embeddings-v3 --port 8080
python run.py model.name=teknium/OpenHermes-2.5-Mistral-7B data.root=data/raw trainer=gpu/ddp
transformers chat Qwen/Qwen2.5-0.5B-Instruct
