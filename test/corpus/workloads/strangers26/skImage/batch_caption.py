from pathlib import Path

import torch
from PIL import Image
from transformers import Blip2ForConditionalGeneration, Blip2Processor

ID = "Salesforce/blip2-opt-2.7b"
processor = Blip2Processor.from_pretrained(ID)
model = Blip2ForConditionalGeneration.from_pretrained(ID, load_in_8bit=True, device_map={"": 0})

for path in Path("photos").glob("*.jpg"):
    inputs = processor(Image.open(path), return_tensors="pt").to("cuda", torch.float16)
    ids = model.generate(**inputs, max_new_tokens=30)
    path.with_suffix(".txt").write_text(processor.decode(ids[0], skip_special_tokens=True))
