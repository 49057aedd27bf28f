from datasets import Dataset
from setfit import SetFitModel, Trainer, TrainingArguments

LABELS = ["urgent", "can wait", "spam"]
model = SetFitModel.from_pretrained("sentence-transformers/paraphrase-mpnet-base-v2", labels=LABELS)
trainer = Trainer(model=model, args=TrainingArguments(batch_size=16, num_epochs=1), train_dataset=Dataset.from_csv("mails.csv"))
trainer.train()
print(model.predict(["Server is down!!"]))
