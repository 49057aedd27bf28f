import gradio as gr
import spaces
import torch
from transformers import AutoModelForImageTextToText, AutoProcessor

MODEL_ID = "llava-hf/llava-1.5-7b-hf"
processor = AutoProcessor.from_pretrained(MODEL_ID)
model = AutoModelForImageTextToText.from_pretrained(MODEL_ID, torch_dtype=torch.bfloat16).to("cuda")

with gr.Blocks(theme="gradio/monochrome") as demo:
    gr.Markdown("# Demo\nModel: [card](https://huggingface.co/llava-hf/llava-1.5-7b-hf), paper: https://huggingface.co/papers/2404.07143")
    choice = gr.Dropdown(choices=["llava-hf/llava-1.5-7b-hf", "google/paligemma-3b-mix-224"], value="llava-hf/llava-1.5-7b-hf", label="Model")
    image = gr.Image(type="pil")
    out = gr.Textbox(label="Yes/No")
demo.launch()
