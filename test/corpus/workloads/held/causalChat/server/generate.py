from fastapi import FastAPI
from transformers import AutoModelForCausalLM, AutoTokenizer
import torch

app = FastAPI()
model_id = "microsoft/Phi-3-mini-4k-instruct"
tokenizer = AutoTokenizer.from_pretrained(model_id)
model = AutoModelForCausalLM.from_pretrained(model_id, torch_dtype=torch.bfloat16, device_map="auto", use_safetensors=True)


@app.post("/chat")
def chat(body: dict):
    inputs = tokenizer.apply_chat_template(body["messages"], return_tensors="pt", add_generation_prompt=True)
    output = model.generate(inputs.to(model.device), max_new_tokens=1024, do_sample=True)
    return {"reply": tokenizer.decode(output[0][inputs.shape[-1]:], skip_special_tokens=True)}
