import numpy as np
import torch
from PIL import Image
from transformers import CLIPModel, CLIPProcessor

CKPT = "openai/clip-vit-base-patch32"
model = CLIPModel.from_pretrained(CKPT).eval()
processor = CLIPProcessor.from_pretrained(CKPT)


@torch.no_grad()
def embed_images(paths: list[str]) -> np.ndarray:
    inputs = processor(images=[Image.open(p) for p in paths], return_tensors="pt")
    vectors = model.get_image_features(**inputs)
    return torch.nn.functional.normalize(vectors, dim=-1).numpy()
