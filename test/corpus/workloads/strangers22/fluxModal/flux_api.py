import io

import modal

app = modal.App("flux")
image = modal.Image.debian_slim().pip_install("diffusers", "transformers", "accelerate", "sentencepiece", "torch")


@app.cls(image=image, gpu="H100", timeout=600, secrets=[modal.Secret.from_name("huggingface")])
class Flux:
    @modal.enter()
    def enter(self):
        import torch
        from diffusers import FluxPipeline

        self.pipe = FluxPipeline.from_pretrained("black-forest-labs/FLUX.1-schnell", torch_dtype=torch.bfloat16).to("cuda")

    @modal.method()
    def draw(self, prompt: str) -> bytes:
        image = self.pipe(prompt, num_inference_steps=4, guidance_scale=0.0).images[0]
        out = io.BytesIO()
        image.save(out, format="JPEG")
        return out.getvalue()
