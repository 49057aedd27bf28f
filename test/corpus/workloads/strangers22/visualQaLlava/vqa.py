import argparse

import torch
from PIL import Image
from transformers import AutoProcessor, LlavaForConditionalGeneration

p = argparse.ArgumentParser()
p.add_argument("image")
p.add_argument("--question", default="How many people are in this picture?")
p.add_argument("--max-new-tokens", type=int, default=120)
args = p.parse_args()

model = LlavaForConditionalGeneration.from_pretrained(
    "llava-hf/llava-1.5-7b-hf", torch_dtype=torch.float16, device_map="auto"
)
processor = AutoProcessor.from_pretrained("llava-hf/llava-1.5-7b-hf")
conversation = [{"role": "user", "content": [{"type": "text", "text": args.question}, {"type": "image"}]}]
prompt = processor.apply_chat_template(conversation, add_generation_prompt=True)
inputs = processor(images=Image.open(args.image), text=prompt, return_tensors="pt").to(model.device, torch.float16)
print(processor.decode(model.generate(**inputs, max_new_tokens=args.max_new_tokens)[0], skip_special_tokens=True))
