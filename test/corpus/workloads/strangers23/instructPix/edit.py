import PIL.Image
import torch
from diffusers import FluxKontextPipeline
from diffusers.utils import load_image

pipe = FluxKontextPipeline.from_pretrained("black-forest-labs/FLUX.1-Kontext-dev", torch_dtype=torch.bfloat16)
pipe.enable_model_cpu_offload()

image = load_image("photo.png")
edited = pipe(image=image, prompt="Replace the sky with a sunset", guidance_scale=2.5).images[0]
edited.save("edited.png")
