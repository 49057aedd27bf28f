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
    model_id: Optional[str] = field(
        default="tiiuae/falcon-7b-instruct", metadata={"help": "the model name, or a path/to/model"}
    )
    dataset_name: Optional[str] = field(
        default="mlabonne/guanaco-llama2-1k", metadata={"help": "the dataset name"}
    )
    output_dir: str = field(default="outputs/sft")
    report_to: str = "none"


parser = HfArgumentParser(ScriptArguments)
args = parser.parse_args_into_dataclasses()[0]

dataset = load_dataset(args.dataset_name, split="train")
extra = load_dataset("nvidia/OpenMathInstruct-1", split="train[:1%]")
tokenizer = AutoTokenizer.from_pretrained(args.model_id)
model = AutoModelForCausalLM.from_pretrained(args.model_id, torch_dtype=torch.bfloat16)
model = get_peft_model(model, LoraConfig(r=16, lora_alpha=32, target_modules=["q_proj", "v_proj"], task_type="CAUSAL_LM"))
trainer = SFTTrainer(
    model=model,
    train_dataset=dataset,
    args=TrainingArguments(output_dir=args.output_dir, run_name="exp/b"),
)
trainer.train()
trainer.model.push_to_hub("nlpwizard/bge-legal")
