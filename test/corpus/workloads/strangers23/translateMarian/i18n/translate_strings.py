import json
import sys
from pathlib import Path

from transformers import MarianMTModel, MarianTokenizer

NAME = "Helsinki-NLP/opus-mt-en-fi"
tokenizer = MarianTokenizer.from_pretrained(NAME)
model = MarianMTModel.from_pretrained(NAME)

source = json.loads(Path("locales/en.json").read_text())
target = {}
keys = list(source)
for start in range(0, len(keys), 16):
    part = keys[start : start + 16]
    batch = tokenizer([source[k] for k in part], return_tensors="pt", padding=True)
    out = model.generate(**batch, max_new_tokens=128)
    target.update(zip(part, tokenizer.batch_decode(out, skip_special_tokens=True)))
Path("locales/fi.json").write_text(json.dumps(target, ensure_ascii=False, indent=2))
