import lightning as L
from torch.utils.data import DataLoader
from transformers import AutoModelForTokenClassification, AutoTokenizer

NAME = "google-bert/bert-base-german-cased"


class Tagger(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.model = AutoModelForTokenClassification.from_pretrained(NAME, num_labels=9)


tokenizer = AutoTokenizer.from_pretrained(NAME)
trainer = L.Trainer(accelerator="gpu", devices=2, precision="bf16-mixed", max_epochs=5)
trainer.fit(Tagger(), DataLoader(load("train"), batch_size=32, num_workers=4))
