import torch
from vllm import LLM

BIG = torch.cuda.get_device_properties(0).total_memory > 40 * 2**30
llm = LLM("mistralai/Mistral-Small-3.1-24B-Instruct-2503", max_model_len=65536 if BIG else 16384, dtype="bfloat16")
