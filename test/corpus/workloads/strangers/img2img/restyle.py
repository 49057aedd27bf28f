import torch
from diffusers import AutoPipelineForImage2Image
from diffusers.utils import load_image

pipe = AutoPipelineForImage2Image.from_pretrained(
    "stabilityai/sdxl-turbo", torch_dtype=torch.float16, variant="fp16"
).to("cuda")


def restyle(url: str, prompt: str):
    start = load_image(url).resize((512, 512))
    return pipe(prompt, image=start, num_inference_steps=2, strength=0.5, guidance_scale=0.0).images[0]
