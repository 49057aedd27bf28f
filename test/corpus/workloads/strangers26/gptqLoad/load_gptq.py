from gptqmodel import GPTQModel
from transformers import AutoTokenizer

model_id = "ModelCloud/Llama-3.2-1B-Instruct-gptqmodel-4bit-vortex-v2.5"
model = GPTQModel.load(model_id, device="cuda:0")
tokenizer = AutoTokenizer.from_pretrained(model_id)
ids = model.generate(**tokenizer("Hi", return_tensors="pt").to("cuda:0"), max_new_tokens=32)
