import argparse

parser = argparse.ArgumentParser(description="Serves a model with vLLM")
parser.add_argument("--model", default="Qwen/Qwen3-4B")
parser.add_argument("--max-model-len", type=int, default=16384)
parser.add_argument("--tensor-parallel-size", type=int, default=1)
parser.add_argument("--dtype", default="auto", choices=["auto", "float16", "bfloat16"])
parser.add_argument("--port", type=int, default=8000)
args = parser.parse_args()

from vllm import LLM

llm = LLM(model=args.model, max_model_len=args.max_model_len, tensor_parallel_size=args.tensor_parallel_size, dtype=args.dtype)
