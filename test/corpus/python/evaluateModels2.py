import argparse
import subprocess

from vllm import LLM

models = [
    "teknium/OpenHermes-2.5-Mistral-7B",
    "moonshotai/Kimi-K2-Instruct",
    "facebook/opt-125m",
]
tasks = ["mmlu/abstract_algebra", "gsm8k", "bbh/cot"]

for model in models:
    for task in tasks:
        subprocess.run(["lm_eval", "--model", "hf", "--model_args", f"pretrained={model}", "--tasks", task], check=True)

subprocess.run(["vllm", "serve", "teknium/OpenHermes-2.5-Mistral-7B", "--port", "8000"])
subprocess.run(["python", "-m", "sglang.launch_server", "--model-path", "moonshotai/Kimi-K2-Instruct", "--host", "0.0.0.0"])
subprocess.Popen("huggingface-cli download ggml-org/gemma-3-4b-it-GGUF --local-dir models/gguf", shell=True)
