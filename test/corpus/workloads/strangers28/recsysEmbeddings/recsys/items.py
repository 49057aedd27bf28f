"""Item embeddings for related articles."""
import numpy as np
import torch
import torch.nn.functional as F
from transformers import AutoModel, AutoTokenizer

NAME = "sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2"
tokenizer = AutoTokenizer.from_pretrained(NAME)
model = AutoModel.from_pretrained(NAME).to("cuda").eval()


def mean_pool(output, mask):
    tokens = output.last_hidden_state
    mask = mask.unsqueeze(-1).expand(tokens.size()).float()
    return (tokens * mask).sum(1) / mask.sum(1).clamp(min=1e-9)


@torch.no_grad()
def encode(texts: list[str]) -> np.ndarray:
    enc = tokenizer(texts, padding=True, truncation=True, max_length=128, return_tensors="pt").to("cuda")
    return F.normalize(mean_pool(model(**enc), enc["attention_mask"]), dim=1).cpu().numpy()
