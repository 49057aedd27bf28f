from unsloth import FastVisionModel
from trl import SFTConfig, SFTTrainer
from unsloth.trainer import UnslothVisionDataCollator
from datasets import load_dataset

model, tokenizer = FastVisionModel.from_pretrained(
    "unsloth/Llama-3.2-11B-Vision-Instruct",
    load_in_4bit=True,
    use_gradient_checkpointing="unsloth",
)
model = FastVisionModel.get_peft_model(model, r=16, lora_alpha=16, finetune_vision_layers=True)
data = load_dataset("acme/xray-captions", split="train")
SFTTrainer(
    model=model,
    tokenizer=tokenizer,
    data_collator=UnslothVisionDataCollator(model, tokenizer),
    train_dataset=data,
    args=SFTConfig(per_device_train_batch_size=2, max_steps=200, max_seq_length=2048, output_dir="out"),
).train()
