import sys
import torch
from PIL import Image
from transformers import AutoModelForImageTextToText, AutoProcessor

MODEL_PATH = "HuggingFaceTB/SmolVLM-Instruct"
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"

processor = AutoProcessor.from_pretrained(MODEL_PATH)
model = AutoModelForImageTextToText.from_pretrained(
    MODEL_PATH,
    torch_dtype=torch.bfloat16,
    _attn_implementation="flash_attention_2" if DEVICE == "cuda" else "eager",
).to(DEVICE)

messages = [{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": "Extract the total amount and the date of this receipt as JSON."}]}]
prompt = processor.apply_chat_template(messages, add_generation_prompt=True)
inputs = processor(text=prompt, images=[Image.open(sys.argv[1])], return_tensors="pt").to(DEVICE)
ids = model.generate(**inputs, max_new_tokens=500)
print(processor.batch_decode(ids, skip_special_tokens=True)[0])
