import argparse
from dataclasses import dataclass, field
from typing import Optional

import torch
from datasets import load_dataset
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer, HfArgumentParser, TrainingArguments
from trl import SFTTrainer


@dataclass
class ScriptArguments:
    base_model: Optional[str] = field(
        default="NousResearch/Hermes-3-Llama-3.1-8B", metadata={"help": "the model name, or a path/to/model"}
    )
    dataset_name: Optional[str] = field(
        default="HuggingFaceH4/ultrachat_200k", metadata={"help": "the dataset name"}
    )
    output_dir: str = field(default="outputs/run")
    report_to: str = "tensorboard"


parser = HfArgumentParser(ScriptArguments)
args = parser.parse_args_into_dataclasses()[0]

dataset = load_dataset(args.dataset_name, split="train")
extra = load_dataset("stanfordnlp/imdb", split="train[:1%]")
tokenizer = AutoTokenizer.from_pretrained(args.base_model)
model = AutoModelForCausalLM.from_pretrained(args.base_model, torch_dtype=torch.bfloat16)
model = get_peft_model(model, LoraConfig(r=16, lora_alpha=32, target_modules=["q_proj", "v_proj"], task_type="CAUSAL_LM"))
trainer = SFTTrainer(
    model=model,
    train_dataset=dataset,
    args=TrainingArguments(output_dir=args.output_dir, run_name="exp/c"),
)
trainer.train()
trainer.model.push_to_hub("ann-kowal/mistral-lora-pl")
