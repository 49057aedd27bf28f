import argparse

import numpy as np
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer, TrainingArguments

parser = argparse.ArgumentParser()
parser.add_argument("--base", default="FacebookAI/xlm-roberta-base")
parser.add_argument("--batch-size", type=int, default=16)
parser.add_argument("--max-length", type=int, default=256)
args = parser.parse_args()

data = load_dataset("csv", data_files={"train": "intents_train.csv", "test": "intents_test.csv"})
tokenizer = AutoTokenizer.from_pretrained(args.base)
data = data.map(lambda rows: tokenizer(rows["text"], truncation=True, max_length=args.max_length), batched=True)
model = AutoModelForSequenceClassification.from_pretrained(args.base, num_labels=27)
trainer = Trainer(
    model=model,
    args=TrainingArguments("out", per_device_train_batch_size=args.batch_size, num_train_epochs=4, fp16=True),
    train_dataset=data["train"],
    eval_dataset=data["test"],
)
trainer.train()
