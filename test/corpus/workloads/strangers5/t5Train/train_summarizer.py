import evaluate
from datasets import load_dataset
from transformers import (
    AutoModelForSeq2SeqLM,
    AutoTokenizer,
    DataCollatorForSeq2Seq,
    Seq2SeqTrainer,
    Seq2SeqTrainingArguments,
)

MODEL = "google/flan-t5-base"
PREFIX = "summarize: "
MAX_INPUT = 1024
MAX_TARGET = 128

billsum = load_dataset("billsum", split="ca_test").train_test_split(test_size=0.2)
tokenizer = AutoTokenizer.from_pretrained(MODEL)


def preprocess(examples):
    inputs = [PREFIX + doc for doc in examples["text"]]
    model_inputs = tokenizer(inputs, max_length=MAX_INPUT, truncation=True)
    labels = tokenizer(text_target=examples["summary"], max_length=MAX_TARGET, truncation=True)
    model_inputs["labels"] = labels["input_ids"]
    return model_inputs


model = AutoModelForSeq2SeqLM.from_pretrained(MODEL)
args = Seq2SeqTrainingArguments("out", per_device_train_batch_size=8, per_device_eval_batch_size=8, predict_with_generate=True, fp16=True)
trainer = Seq2SeqTrainer(model, args, DataCollatorForSeq2Seq(tokenizer, model=model), billsum.map(preprocess, batched=True)["train"])
trainer.train()
