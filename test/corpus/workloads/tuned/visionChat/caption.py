from PIL import Image
import torch
from transformers import AutoProcessor, AutoModelForImageTextToText, BitsAndBytesConfig

# TODO: replace with a model under a permissive license
checkpoint = "meta-llama/Llama-3.2-11B-Vision-Instruct"
processor = AutoProcessor.from_pretrained(checkpoint)
model = AutoModelForImageTextToText.from_pretrained(
    checkpoint,
    quantization_config=BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_compute_dtype=torch.bfloat16),
    device_map="cuda",
)


def describe(path):
    messages = [{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": "Write an alt text for this picture."}]}]
    inputs = processor(Image.open(path), processor.apply_chat_template(messages), return_tensors="pt").to("cuda")
    return processor.decode(model.generate(**inputs, max_new_tokens=80)[0])
