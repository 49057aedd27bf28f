import torch
from diffusers import StableDiffusionPipeline, FluxTransformer2DModel
from huggingface_hub import hf_hub_download

ckpt = hf_hub_download("SG161222/RealVisXL_V4.0", filename="sd_xl_base_1.0.safetensors")
pipe = StableDiffusionPipeline.from_single_file(
    "https://huggingface.co/PixArt-alpha/PixArt-XL-2-1024-MS/blob/main/v2.ckpt",
    torch_dtype=torch.float16,
)
transformer = FluxTransformer2DModel.from_single_file("weights/flux.safetensors")
