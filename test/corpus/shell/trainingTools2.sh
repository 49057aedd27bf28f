litgpt download openai/gpt-oss-20b
litgpt finetune_lora openai/gpt-oss-20b --data JSON --data.json_path data/my.json --out_dir out/custom
tune download ibm-granite/granite-3.1-8b-instruct --output-dir models/llama --hf-token $HF_TOKEN
optimum-cli export onnx --model BAAI/bge-small-en-v1.5 --task feature-extraction onnx/emb
lmdeploy serve api_server EleutherAI/pythia-160m --server-port 23333
trtllm-serve openai/gpt-oss-20b --host 0.0.0.0
mlx_lm.generate --model mlx-community/Qwen2.5-7B-Instruct-4bit --prompt "yes/no"
mlx_lm.convert --hf-path EleutherAI/pythia-160m -q
text-embeddings-router --model-id BAAI/bge-small-en-v1.5 --port 8080
python run.py model.name=ibm-granite/granite-3.1-8b-instruct data.root=data/raw trainer=gpu/ddp
transformers chat EleutherAI/pythia-160m
