import gradio as gr
import torch
from diffusers import AutoPipelineForText2Image

device = "cuda" if torch.cuda.is_available() else "cpu"
pipe = AutoPipelineForText2Image.from_pretrained("stabilityai/sd-turbo", torch_dtype=torch.float16 if device == "cuda" else torch.float32).to(device)


def draw(prompt, seed):
    generator = torch.Generator(device).manual_seed(int(seed))
    return pipe(prompt, num_inference_steps=2, guidance_scale=0.0, generator=generator).images[0]


gr.Interface(draw, [gr.Textbox(label="Prompt"), gr.Number(value=0)], gr.Image()).launch()
