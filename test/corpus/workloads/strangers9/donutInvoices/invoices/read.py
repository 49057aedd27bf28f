import re

import torch
from PIL import Image
from transformers import DonutProcessor, VisionEncoderDecoderModel

NAME = "naver-clova-ix/donut-base-finetuned-cord-v2"
processor = DonutProcessor.from_pretrained(NAME)
model = VisionEncoderDecoderModel.from_pretrained(NAME, torch_dtype=torch.float16).to("cuda")


def read(path: str) -> dict:
    pixels = processor(Image.open(path).convert("RGB"), return_tensors="pt").pixel_values.to("cuda", torch.float16)
    prompt = processor.tokenizer("<s_cord-v2>", add_special_tokens=False, return_tensors="pt").input_ids.to("cuda")
    out = model.generate(pixels, decoder_input_ids=prompt, max_length=768)
    return processor.token2json(re.sub(r"<.*?>", "", processor.batch_decode(out)[0], count=1))
