import torch
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

CHECKPOINT = "facebook/nllb-200-distilled-1.3B"

tokenizer = AutoTokenizer.from_pretrained(CHECKPOINT, src_lang="deu_Latn")
model = AutoModelForSeq2SeqLM.from_pretrained(CHECKPOINT, torch_dtype=torch.float16).to("cuda")


def translate(lines: list[str]) -> list[str]:
    batch = tokenizer(lines, return_tensors="pt", padding=True, truncation=True).to("cuda")
    out = model.generate(**batch, forced_bos_token_id=tokenizer.convert_tokens_to_ids("fra_Latn"), max_new_tokens=256)
    return tokenizer.batch_decode(out, skip_special_tokens=True)
