import csv
import sys

import torch
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

MODEL = "facebook/nllb-200-distilled-1.3B"
SRC, TGT = "eng_Latn", "ukr_Cyrl"

tokenizer = AutoTokenizer.from_pretrained(MODEL, src_lang="eng_Latn")
model = AutoModelForSeq2SeqLM.from_pretrained(MODEL, torch_dtype=torch.float16).cuda()


@torch.inference_mode()
def translate(lines, batch_size=24):
    for i in range(0, len(lines), batch_size):
        enc = tokenizer(lines[i : i + batch_size], return_tensors="pt", padding=True, truncation=True, max_length=512).to("cuda")
        out = model.generate(**enc, forced_bos_token_id=tokenizer.convert_tokens_to_ids("ukr_Cyrl"), num_beams=4, max_length=512)
        yield from tokenizer.batch_decode(out, skip_special_tokens=True)


if __name__ == "__main__":
    rows = [r[0] for r in csv.reader(open(sys.argv[1]))]
    for line in translate(rows):
        print(line)
