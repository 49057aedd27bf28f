import torch
from peft import AutoPeftModelForCausalLM, PeftConfig, PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig

peft_model_id = "tloen/alpaca-lora-7b"
config = PeftConfig.from_pretrained(peft_model_id)
base = AutoModelForCausalLM.from_pretrained(
    "speakleash/Bielik-11B-v2.3-Instruct", quantization_config=BitsAndBytesConfig(load_in_4bit=True)
)
model = PeftModel.from_pretrained(base, "tloen/alpaca-lora-7b")
merged = model.merge_and_unload()
quick = AutoPeftModelForCausalLM.from_pretrained(peft_model_id, torch_dtype=torch.float16)
