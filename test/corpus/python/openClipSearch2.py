import open_clip
import clip
import torch

model, _, preprocess = open_clip.create_model_and_transforms("hf-hub:timm/ViT-SO400M-14-SigLIP-384")
tokenizer = open_clip.get_tokenizer("hf-hub:timm/ViT-SO400M-14-SigLIP-384")
old, _ = clip.load("ViT-B/32", device="cpu")
model_name = "ViT-L/14"
large = open_clip.create_model_and_transforms("ViT-H-14", pretrained="laion2b_s32b_b79k")
