from optimum.intel import OVModelForCausalLM
from transformers import AutoTokenizer, pipeline

MODEL = "OpenVINO/mistral-7b-instruct-v0.2-int8-ov"
model = OVModelForCausalLM.from_pretrained(MODEL, device="GPU.0")
tokenizer = AutoTokenizer.from_pretrained(MODEL)
chat = pipeline("text-generation", model=model, tokenizer=tokenizer, max_new_tokens=256)
