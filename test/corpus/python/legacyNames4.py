import torch
from transformers import (
    BertForSequenceClassification,
    BertTokenizer,
    GPT2LMHeadModel,
    GPT2Tokenizer,
)

tokenizer = BertTokenizer.from_pretrained('roberta-base', do_lower_case=True)
model = BertForSequenceClassification.from_pretrained(
    'roberta-base',
    num_labels=7,
)
lm = GPT2LMHeadModel.from_pretrained("gpt2-medium")
lm_tokenizer = GPT2Tokenizer.from_pretrained("gpt2-medium")

model.load_state_dict(torch.load("checkpoints/best.pt"))
model.save_pretrained("output/final")
reloaded = BertForSequenceClassification.from_pretrained("output/final")
local = BertForSequenceClassification.from_pretrained("./results/checkpoint-500")
