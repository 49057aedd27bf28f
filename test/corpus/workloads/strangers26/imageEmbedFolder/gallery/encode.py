import open_clip
import torch
from PIL import Image

model, _, preprocess = open_clip.create_model_and_transforms("ViT-B-32", pretrained="laion2b_s34b_b79k")
tokenizer = open_clip.get_tokenizer("ViT-B-32")


@torch.no_grad()
def encode_image(path: str):
    return model.encode_image(preprocess(Image.open(path)).unsqueeze(0)).squeeze().tolist()
