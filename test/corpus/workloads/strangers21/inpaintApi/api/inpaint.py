import io

import torch
from diffusers import AutoPipelineForInpainting
from fastapi import FastAPI, File, Form, Response
from PIL import Image

app = FastAPI()
pipe = AutoPipelineForInpainting.from_pretrained(
    "diffusers/stable-diffusion-xl-1.0-inpainting-0.1",
    torch_dtype=torch.float16,
    variant="fp16",
    use_safetensors=True,
).to("cuda")


@app.post("/inpaint")
def inpaint(image: bytes = File(), mask: bytes = File(), prompt: str = Form()):
    init = Image.open(io.BytesIO(image)).convert("RGB").resize((1024, 1024))
    hole = Image.open(io.BytesIO(mask)).convert("L").resize((1024, 1024))
    out = pipe(prompt=prompt, image=init, mask_image=hole, strength=0.99).images[0]
    buf = io.BytesIO()
    out.save(buf, "PNG")
    return Response(buf.getvalue(), media_type="image/png")
