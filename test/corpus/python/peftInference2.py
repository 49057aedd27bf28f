import torch
from peft import AutoPeftModelForCausalLM, PeftConfig, PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig

peft_model_id = "ybelkada/opt-350m-lora"
config = PeftConfig.from_pretrained(peft_model_id)
base = AutoModelForCausalLM.from_pretrained(
    "deepseek-ai/DeepSeek-R1-Distill-Qwen-7B", quantization_config=BitsAndBytesConfig(load_in_4bit=True)
)
model = PeftModel.from_pretrained(base, "ybelkada/opt-350m-lora")
merged = model.merge_and_unload()
quick = AutoPeftModelForCausalLM.from_pretrained(peft_model_id, torch_dtype=torch.float16)
