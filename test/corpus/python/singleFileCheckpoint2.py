import torch
from diffusers import StableDiffusionPipeline, FluxTransformer2DModel
from huggingface_hub import hf_hub_download

ckpt = hf_hub_download("stable-diffusion-v1-5/stable-diffusion-v1-5", filename="v1-5-pruned.safetensors")
pipe = StableDiffusionPipeline.from_single_file(
    "https://huggingface.co/stabilityai/stable-diffusion-xl-base-1.0/blob/main/model.safetensors",
    torch_dtype=torch.float16,
)
transformer = FluxTransformer2DModel.from_single_file("weights/flux1-dev.safetensors")
