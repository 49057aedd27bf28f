import torch
from transformers import (
    BertForSequenceClassification,
    BertTokenizer,
    GPT2LMHeadModel,
    GPT2Tokenizer,
)

tokenizer = BertTokenizer.from_pretrained('bert-base-uncased', do_lower_case=True)
model = BertForSequenceClassification.from_pretrained(
    'bert-base-uncased',
    num_labels=5,
)
lm = GPT2LMHeadModel.from_pretrained("distilgpt2")
lm_tokenizer = GPT2Tokenizer.from_pretrained("distilgpt2")

model.load_state_dict(torch.load("checkpoints/best.pt"))
model.save_pretrained("output/bert")
reloaded = BertForSequenceClassification.from_pretrained("output/bert")
local = BertForSequenceClassification.from_pretrained("./results/checkpoint-500")
