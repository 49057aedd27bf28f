import torch
from PIL import Image
from transformers import CLIPModel, CLIPProcessor

model = CLIPModel.from_pretrained("openai/clip-vit-large-patch14").eval()
processor = CLIPProcessor.from_pretrained("openai/clip-vit-large-patch14")
LABELS = ["a photo of a dent", "a photo of a scratch", "a photo of an undamaged car"]


@torch.inference_mode()
def inspect(path: str) -> str:
    inputs = processor(text=LABELS, images=Image.open(path), return_tensors="pt", padding=True)
    return LABELS[model(**inputs).logits_per_image.softmax(dim=1).argmax().item()]
