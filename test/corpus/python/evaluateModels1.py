import argparse
import subprocess

from vllm import LLM

models = [
    "ibm-granite/granite-3.1-8b-instruct",
    "internlm/internlm2_5-7b-chat",
    "google/gemma-3-270m-it",
]
tasks = ["mmlu/abstract_algebra", "gsm8k", "bbh/cot"]

for model in models:
    for task in tasks:
        subprocess.run(["lm_eval", "--model", "hf", "--model_args", f"pretrained={model}", "--tasks", task], check=True)

subprocess.run(["vllm", "serve", "ibm-granite/granite-3.1-8b-instruct", "--port", "8000"])
subprocess.run(["python", "-m", "sglang.launch_server", "--model-path", "internlm/internlm2_5-7b-chat", "--host", "0.0.0.0"])
subprocess.Popen("huggingface-cli download Qwen/Qwen2.5-7B-Instruct-GGUF --local-dir models/gguf", shell=True)
