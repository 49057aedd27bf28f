import argparse
import subprocess

from vllm import LLM

models = [
    "google/gemma-2-9b-it",
    "deepseek-ai/DeepSeek-R1-Distill-Qwen-7B",
    "HuggingFaceTB/SmolLM2-360M-Instruct",
]
tasks = ["mmlu/abstract_algebra", "gsm8k", "bbh/cot"]

for model in models:
    for task in tasks:
        subprocess.run(["lm_eval", "--model", "hf", "--model_args", f"pretrained={model}", "--tasks", task], check=True)

subprocess.run(["vllm", "serve", "google/gemma-2-9b-it", "--port", "8000"])
subprocess.run(["python", "-m", "sglang.launch_server", "--model-path", "deepseek-ai/DeepSeek-R1-Distill-Qwen-7B", "--host", "0.0.0.0"])
subprocess.Popen("huggingface-cli download unsloth/Qwen3-8B-GGUF --local-dir models/gguf", shell=True)
