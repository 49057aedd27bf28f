import torch
from transformers import pipeline

pipe = pipeline("image-text-to-text", model="google/gemma-3-4b-it", device="cuda", torch_dtype=torch.bfloat16)

messages = [
    {"role": "system", "content": [{"type": "text", "text": "You explain charts to managers."}]},
    {"role": "user", "content": [{"type": "image", "url": "chart.png"}, {"type": "text", "text": "What is the trend?"}]},
]
print(pipe(text=messages, max_new_tokens=200)[0]["generated_text"][-1]["content"])
