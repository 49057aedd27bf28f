import open_clip
import torch
from PIL import Image

model, _, preprocess = open_clip.create_model_and_transforms("hf-hub:laion/CLIP-ViT-B-32-laion2B-s34B-b79K")
model.eval()


def embed(path):
    with torch.no_grad():
        return model.encode_image(preprocess(Image.open(path)).unsqueeze(0))[0].tolist()
