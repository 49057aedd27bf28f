import torch
from transformers import (
    BertForSequenceClassification,
    BertTokenizer,
    GPT2LMHeadModel,
    GPT2Tokenizer,
)

tokenizer = BertTokenizer.from_pretrained('albert-base-v2', do_lower_case=True)
model = BertForSequenceClassification.from_pretrained(
    'albert-base-v2',
    num_labels=3,
)
lm = GPT2LMHeadModel.from_pretrained("openai-gpt")
lm_tokenizer = GPT2Tokenizer.from_pretrained("openai-gpt")

model.load_state_dict(torch.load("checkpoints/best.pt"))
model.save_pretrained("output/model")
reloaded = BertForSequenceClassification.from_pretrained("output/model")
local = BertForSequenceClassification.from_pretrained("./results/checkpoint-500")
