import torch
from diffusers import CogVideoXPipeline
from diffusers.utils import export_to_video

pipe = CogVideoXPipeline.from_pretrained("THUDM/CogVideoX-2b", torch_dtype=torch.float16)
pipe.enable_model_cpu_offload()
pipe.vae.enable_tiling()

video = pipe(prompt="A panda plays guitar in a bamboo forest", num_frames=49, num_inference_steps=50).frames[0]
export_to_video(video, "panda.mp4", fps=8)
