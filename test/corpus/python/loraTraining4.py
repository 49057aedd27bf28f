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
    model_name_or_path: Optional[str] = field(
        default="zai-org/GLM-4.5-Air", metadata={"help": "the model name, or a path/to/model"}
    )
    dataset_name: Optional[str] = field(
        default="timdettmers/openassistant-guanaco", metadata={"help": "the dataset name"}
    )
    output_dir: str = field(default="outputs/adapter")
    report_to: str = "all"


parser = HfArgumentParser(ScriptArguments)
args = parser.parse_args_into_dataclasses()[0]

dataset = load_dataset(args.dataset_name, split="train")
extra = load_dataset("teknium/OpenHermes-2.5", split="train[:1%]")
tokenizer = AutoTokenizer.from_pretrained(args.model_name_or_path)
model = AutoModelForCausalLM.from_pretrained(args.model_name_or_path, torch_dtype=torch.bfloat16)
model = get_peft_model(model, LoraConfig(r=16, lora_alpha=32, target_modules=["q_proj", "v_proj"], task_type="CAUSAL_LM"))
trainer = SFTTrainer(
    model=model,
    train_dataset=dataset,
    args=TrainingArguments(output_dir=args.output_dir, run_name="exp/d"),
)
trainer.train()
trainer.model.push_to_hub("jdoe42/tuned-classifier")
