"""Starts the local server.

Example: python cli/serve.py --ctx 32768
"""
import argparse
import subprocess

HELP = """
Run the server by hand with:
    vllm serve meta-llama/Llama-3.1-8B-Instruct --max-model-len 65536
"""

p = argparse.ArgumentParser(epilog=HELP)
p.add_argument("--ctx", type=int, default=8192, help="context, e.g. 16384")
a = p.parse_args()
subprocess.run(
    ["llama-server", "-m", "models/qwen2.5-7b-instruct-q5_k_m.gguf", "-c", str(a.ctx), "--port", "9000"], check=True
)
