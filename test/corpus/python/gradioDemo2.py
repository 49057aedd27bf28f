import gradio as gr
import spaces
import torch
from transformers import AutoModelForImageTextToText, AutoProcessor

MODEL_ID = "vikhyatk/moondream2"
processor = AutoProcessor.from_pretrained(MODEL_ID)
model = AutoModelForImageTextToText.from_pretrained(MODEL_ID, torch_dtype=torch.bfloat16).to("cuda")

with gr.Blocks(theme="gradio/glass") as demo:
    gr.Markdown("# Demo\nModel: [card](https://huggingface.co/vikhyatk/moondream2), paper: https://huggingface.co/papers/2404.07143")
    choice = gr.Dropdown(choices=["vikhyatk/moondream2", "HuggingFaceTB/SmolVLM-Instruct"], value="vikhyatk/moondream2", label="Model")
    image = gr.Image(type="pil")
    out = gr.Textbox(label="Yes/No")
demo.launch()
