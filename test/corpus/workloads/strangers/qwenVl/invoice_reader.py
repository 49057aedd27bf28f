from qwen_vl_utils import process_vision_info
from transformers import AutoProcessor, Qwen2_5_VLForConditionalGeneration

MODEL_ID = "Qwen/Qwen2.5-VL-7B-Instruct"

model = Qwen2_5_VLForConditionalGeneration.from_pretrained(
    MODEL_ID, torch_dtype="auto", device_map="auto", attn_implementation="flash_attention_2"
)
processor = AutoProcessor.from_pretrained(MODEL_ID, max_pixels=1280 * 28 * 28)

PROMPT = "Extract invoice number, date and total from this image as JSON."


def read_invoice(path: str) -> str:
    messages = [{"role": "user", "content": [{"type": "image", "image": path}, {"type": "text", "text": PROMPT}]}]
    text = processor.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
    images, videos = process_vision_info(messages)
    inputs = processor(text=[text], images=images, videos=videos, padding=True, return_tensors="pt").to("cuda")
    ids = model.generate(**inputs, max_new_tokens=512)
    return processor.batch_decode(ids[:, inputs.input_ids.shape[1]:], skip_special_tokens=True)[0]
