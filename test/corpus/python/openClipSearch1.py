import open_clip
import clip
import torch

model, _, preprocess = open_clip.create_model_and_transforms("hf-hub:apple/DFN5B-CLIP-ViT-H-14")
tokenizer = open_clip.get_tokenizer("hf-hub:apple/DFN5B-CLIP-ViT-H-14")
old, _ = clip.load("ViT-B/32", device="cpu")
model_name = "ViT-L/14"
large = open_clip.create_model_and_transforms("ViT-H-14", pretrained="laion2b_s32b_b79k")
