litgpt download mistralai/Mistral-7B-Instruct-v0.3
litgpt finetune_lora mistralai/Mistral-7B-Instruct-v0.3 --data JSON --data.json_path data/my.json --out_dir out/custom
tune download HuggingFaceH4/zephyr-7b-beta --output-dir models/llama --hf-token $HF_TOKEN
optimum-cli export onnx --model FacebookAI/roberta-base --task feature-extraction onnx/emb
lmdeploy serve api_server LiquidAI/LFM2-350M --server-port 23333
trtllm-serve mistralai/Mistral-7B-Instruct-v0.3 --host 0.0.0.0
mlx_lm.generate --model mlx-community/Llama-3.2-3B-Instruct-4bit --prompt "yes/no"
mlx_lm.convert --hf-path LiquidAI/LFM2-350M -q
text-embeddings-router --model-id FacebookAI/roberta-base --port 8080
python run.py model.name=HuggingFaceH4/zephyr-7b-beta data.root=data/raw trainer=gpu/ddp
transformers chat LiquidAI/LFM2-350M
