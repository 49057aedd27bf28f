import torch
from datasets import load_dataset
from peft import LoraConfig
from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig
from trl import SFTConfig, SFTTrainer

BASE = "google/gemma-2-9b-it"
dataset = load_dataset("json", data_files="data/dialogs.jsonl", split="train")

bnb = BitsAndBytesConfig(
    load_in_4bit=True,
    bnb_4bit_quant_type="nf4",
    bnb_4bit_compute_dtype=torch.bfloat16,
)
model = AutoModelForCausalLM.from_pretrained(BASE, quantization_config=bnb, device_map="auto")
tokenizer = AutoTokenizer.from_pretrained(BASE)

config = SFTConfig(
    output_dir="out",
    max_length=4096,
    per_device_train_batch_size=2,
    gradient_accumulation_steps=8,
    learning_rate=1e-4,
    num_train_epochs=2,
    bf16=True,
)
SFTTrainer(model=model, args=config, train_dataset=dataset, peft_config=LoraConfig(r=32, target_modules="all-linear")).train()
