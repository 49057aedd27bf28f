import os

os.environ["CUDA_VISIBLE_DEVICES"] = "0,1"

import time

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

NAME = "01-ai/Yi-1.5-34B-Chat"
tok = AutoTokenizer.from_pretrained(NAME)
model = AutoModelForCausalLM.from_pretrained(NAME, torch_dtype=torch.bfloat16, device_map="auto")

prompts = ["Explain the tides."] * 8
batch = tok(prompts, return_tensors="pt", padding=True).to(model.device)
start = time.time()
out = model.generate(**batch, max_new_tokens=256, do_sample=False)
print(out.numel() / (time.time() - start), "tokens/s")
