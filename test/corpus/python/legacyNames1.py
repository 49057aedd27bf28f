import torch
from transformers import (
    BertForSequenceClassification,
    BertTokenizer,
    GPT2LMHeadModel,
    GPT2Tokenizer,
)

tokenizer = BertTokenizer.from_pretrained('bert-large-cased', do_lower_case=True)
model = BertForSequenceClassification.from_pretrained(
    'bert-large-cased',
    num_labels=2,
)
lm = GPT2LMHeadModel.from_pretrained("gpt2")
lm_tokenizer = GPT2Tokenizer.from_pretrained("gpt2")

model.load_state_dict(torch.load("checkpoints/best.pt"))
model.save_pretrained("output/run1")
reloaded = BertForSequenceClassification.from_pretrained("output/run1")
local = BertForSequenceClassification.from_pretrained("./results/checkpoint-500")
