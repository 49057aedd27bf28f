import io

import torch
from diffusers import FluxFillPipeline
from PIL import Image

pipe = FluxFillPipeline.from_pretrained(
    "black-forest-labs/FLUX.1-Fill-dev",
    torch_dtype=torch.bfloat16,
    use_safetensors=True,
)
pipe.enable_model_cpu_offload()


def fill(image: bytes, mask: bytes, prompt: str) -> bytes:
    out = pipe(
        prompt=prompt,
        image=Image.open(io.BytesIO(image)).convert("RGB"),
        mask_image=Image.open(io.BytesIO(mask)).convert("L"),
        guidance_scale=30,
        num_inference_steps=40,
    ).images[0]
    buffer = io.BytesIO()
    out.save(buffer, "PNG")
    return buffer.getvalue()
