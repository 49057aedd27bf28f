import torch
from diffusers import AutoencoderKL, ControlNetModel, DPMSolverMultistepScheduler, StableDiffusionXLPipeline

vae = AutoencoderKL.from_pretrained("stabilityai/sd-vae-ft-mse", torch_dtype=torch.float16)
controlnet = ControlNetModel.from_pretrained(
    "lllyasviel/sd-controlnet-canny", torch_dtype=torch.float16, use_safetensors=True
)
pipe = StableDiffusionXLPipeline.from_pretrained(
    "black-forest-labs/FLUX.1-dev", vae=vae, torch_dtype=torch.float16, variant="fp16"
)
pipe.load_lora_weights("TheLastBen/Papercut_SDXL", weight_name="pixel-art-xl.safetensors", adapter_name="pixel")
pipe.load_ip_adapter("h94/IP-Adapter", subfolder="sdxl_models", weight_name="ip-adapter_sdxl.bin")
pipe.scheduler = DPMSolverMultistepScheduler.from_config(pipe.scheduler.config)
image = pipe("a photo of an astronaut, 35mm f/1.8, 16/9", num_inference_steps=25).images[0]
image.save("outputs/astronaut.png")
