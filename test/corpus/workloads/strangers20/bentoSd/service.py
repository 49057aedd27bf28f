import bentoml
from PIL.Image import Image

MODEL_ID = "stabilityai/stable-diffusion-3.5-medium"


@bentoml.service(
    traffic={"timeout": 300},
    workers=1,
    resources={"gpu": 1, "gpu_type": "nvidia-l4"},
)
class SD35:
    hf_model = bentoml.models.HuggingFaceModel(MODEL_ID)

    def __init__(self) -> None:
        import torch
        from diffusers import StableDiffusion3Pipeline

        self.pipe = StableDiffusion3Pipeline.from_pretrained(self.hf_model, torch_dtype=torch.bfloat16)
        self.pipe.to("cuda")

    @bentoml.api
    def txt2img(self, prompt: str, steps: int = 28, guidance: float = 4.5) -> Image:
        return self.pipe(prompt=prompt, num_inference_steps=steps, guidance_scale=guidance).images[0]
