import io

import torch
from fastapi import FastAPI, File
from PIL import Image
from transformers import AutoImageProcessor, AutoModelForDepthEstimation

CKPT = "depth-anything/Depth-Anything-V2-Small-hf"
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
processor = AutoImageProcessor.from_pretrained(CKPT)
model = AutoModelForDepthEstimation.from_pretrained(CKPT, torch_dtype=torch.float16).to(device).eval()

app = FastAPI()


@app.post("/depth")
async def depth(image: bytes = File()):
    img = Image.open(io.BytesIO(image)).convert("RGB")
    with torch.no_grad():
        out = model(**processor(images=img, return_tensors="pt").to(device))
    return {"max": float(out.predicted_depth.max())}
