import redis
import torch
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

CHECKPOINT = "facebook/m2m100_418M"
r = redis.Redis()
tok = AutoTokenizer.from_pretrained(CHECKPOINT)
net = AutoModelForSeq2SeqLM.from_pretrained(CHECKPOINT).eval()
tok.src_lang = "tr"


@torch.inference_mode()
def to_german(text: str) -> str:
    enc = tok(text, return_tensors="pt", truncation=True, max_length=400)
    out = net.generate(**enc, forced_bos_token_id=tok.get_lang_id("de"), max_new_tokens=450)
    return tok.batch_decode(out, skip_special_tokens=True)[0]


while True:
    _, raw = r.blpop("translate")
    r.rpush("translated", to_german(raw.decode()))
