from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer, TrainingArguments

CHECKPOINT = "dbmdz/bert-base-german-cased"
tok = AutoTokenizer.from_pretrained(CHECKPOINT)
model = AutoModelForSequenceClassification.from_pretrained(CHECKPOINT, num_labels=5)


def encode(rows):
    return tok(rows["text"], truncation=True, padding="max_length", max_length=192)


args = TrainingArguments("out", per_device_train_batch_size=32, fp16=True, learning_rate=3e-5)
Trainer(model=model, args=args, train_dataset=load("train").map(encode, batched=True)).train()
