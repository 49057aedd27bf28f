import argparse

import torch
from datasets import load_dataset
from peft import LoraConfig, get_peft_model, prepare_model_for_kbit_training
from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig, Trainer, TrainingArguments

ap = argparse.ArgumentParser()
ap.add_argument("--model_name", default="tiiuae/falcon-7b-instruct")
ap.add_argument("--max_seq_length", type=int, default=1024)
ap.add_argument("--dataset", default="timdettmers/openassistant-guanaco")
args = ap.parse_args()

bnb = BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_use_double_quant=True, bnb_4bit_compute_dtype=torch.bfloat16)
model = AutoModelForCausalLM.from_pretrained(args.model_name, quantization_config=bnb, device_map={"": 0}, trust_remote_code=True)
model = get_peft_model(prepare_model_for_kbit_training(model), LoraConfig(r=64, lora_alpha=16, task_type="CAUSAL_LM"))
tok = AutoTokenizer.from_pretrained(args.model_name)
data = load_dataset(args.dataset, split="train").map(
    lambda x: tok(x["text"], truncation=True, max_length=args.max_seq_length)
)
Trainer(model, TrainingArguments("out", per_device_train_batch_size=4, bf16=True), train_dataset=data).train()
