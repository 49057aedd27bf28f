import torch
from peft import AutoPeftModelForCausalLM, PeftConfig, PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig

peft_model_id = "kaitchup/Llama-2-7b-adapter"
config = PeftConfig.from_pretrained(peft_model_id)
base = AutoModelForCausalLM.from_pretrained(
    "moonshotai/Kimi-K2-Instruct", quantization_config=BitsAndBytesConfig(load_in_4bit=True)
)
model = PeftModel.from_pretrained(base, "kaitchup/Llama-2-7b-adapter")
merged = model.merge_and_unload()
quick = AutoPeftModelForCausalLM.from_pretrained(peft_model_id, torch_dtype=torch.float16)
