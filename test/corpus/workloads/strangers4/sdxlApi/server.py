import io

import torch
from diffusers import DPMSolverMultistepScheduler, StableDiffusionXLPipeline
from fastapi import FastAPI
from fastapi.responses import Response

app = FastAPI()
pipe = StableDiffusionXLPipeline.from_pretrained(
    "stabilityai/stable-diffusion-xl-base-1.0",
    torch_dtype=torch.float16,
    variant="fp16",
    use_safetensors=True,
)
pipe.scheduler = DPMSolverMultistepScheduler.from_config(pipe.scheduler.config)
pipe.to("cuda")
# pipe.enable_model_cpu_offload()  # 8GB cards


@app.get("/generate")
def generate(prompt: str, steps: int = 25):
    image = pipe(prompt=prompt, negative_prompt="blurry, low quality", num_inference_steps=steps, width=1024, height=1024).images[0]
    buf = io.BytesIO()
    image.save(buf, format="PNG")
    return Response(buf.getvalue(), media_type="image/png")
