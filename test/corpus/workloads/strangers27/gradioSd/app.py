import gradio as gr
import spaces
import torch
from diffusers import StableDiffusionXLPipeline, EulerDiscreteScheduler
from huggingface_hub import hf_hub_download
from safetensors.torch import load_file

BASE = "stabilityai/stable-diffusion-xl-base-1.0"
pipe = StableDiffusionXLPipeline.from_pretrained(BASE, torch_dtype=torch.float16, variant="fp16").to("cuda")
pipe.scheduler = EulerDiscreteScheduler.from_config(pipe.scheduler.config, timestep_spacing="trailing")


@spaces.GPU
def generate(prompt, steps):
    return pipe(prompt, num_inference_steps=int(steps), guidance_scale=0).images[0]


with gr.Blocks() as demo:
    box = gr.Textbox(label="Prompt")
    steps = gr.Slider(1, 8, value=4, step=1, label="Steps")
    gr.Button("Draw").click(generate, [box, steps], gr.Image())
demo.launch()
