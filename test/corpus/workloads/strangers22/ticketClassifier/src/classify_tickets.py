"""Nightly job that assigns support tickets to queues."""
import logging
from typing import Iterable

import pandas as pd
import torch
from torch.utils.data import DataLoader
from transformers import AutoModelForSequenceClassification, AutoTokenizer

log = logging.getLogger(__name__)

CHECKPOINT = "distilbert/distilbert-base-multilingual-cased"
QUEUES = ["billing", "network", "hardware", "other"]
MAX_LEN = 256
BATCH_SIZE = 64


class TicketClassifier:
    def __init__(self, checkpoint: str = CHECKPOINT) -> None:
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.tokenizer = AutoTokenizer.from_pretrained(checkpoint)
        self.model = AutoModelForSequenceClassification.from_pretrained(
            checkpoint, num_labels=len(QUEUES)
        ).to(self.device)
        self.model.eval()

    @torch.no_grad()
    def predict(self, texts: Iterable[str]) -> list[str]:
        labels: list[str] = []
        for batch in DataLoader(list(texts), batch_size=BATCH_SIZE):
            enc = self.tokenizer(batch, padding=True, truncation=True, max_length=MAX_LEN, return_tensors="pt")
            logits = self.model(**enc.to(self.device)).logits
            labels += [QUEUES[i] for i in logits.argmax(-1).tolist()]
        return labels


if __name__ == "__main__":
    frame = pd.read_csv("tickets.csv")
    frame["queue"] = TicketClassifier().predict(frame["body"])
    frame.to_csv("tickets_labeled.csv", index=False)
