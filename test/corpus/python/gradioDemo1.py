import gradio as gr
import spaces
import torch
from transformers import AutoModelForImageTextToText, AutoProcessor

MODEL_ID = "microsoft/Florence-2-base"
processor = AutoProcessor.from_pretrained(MODEL_ID)
model = AutoModelForImageTextToText.from_pretrained(MODEL_ID, torch_dtype=torch.bfloat16).to("cuda")

with gr.Blocks(theme="gradio/soft") as demo:
    gr.Markdown("# Demo\nModel: [card](https://huggingface.co/microsoft/Florence-2-base), paper: https://huggingface.co/papers/2404.07143")
    choice = gr.Dropdown(choices=["microsoft/Florence-2-base", "Qwen/Qwen2-VL-2B-Instruct"], value="microsoft/Florence-2-base", label="Model")
    image = gr.Image(type="pil")
    out = gr.Textbox(label="Yes/No")
demo.launch()
