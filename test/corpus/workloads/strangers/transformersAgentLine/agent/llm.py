import os
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, pipeline

BASE = os.getenv("AGENT_MODEL", "Qwen/Qwen3-4B")


def moderate(text):
    check = pipeline("text-classification", model="unitary/toxic-bert")
    return check(text)[0]["score"] < 0.5


def plan(messages, tools):
    tokenizer = AutoTokenizer.from_pretrained(BASE)
    model = AutoModelForCausalLM.from_pretrained(BASE, torch_dtype=torch.bfloat16, device_map={"": "mps"})
    ids = tokenizer.apply_chat_template(messages, tools=tools, add_generation_prompt=True, return_tensors="pt")
    return tokenizer.decode(model.generate(ids.to("mps"), max_new_tokens=2048)[0][ids.shape[1]:])
