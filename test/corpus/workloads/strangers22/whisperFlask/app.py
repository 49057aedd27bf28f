import os
import tempfile

import torch
from flask import Flask, jsonify, request
from transformers import AutoModelForSpeechSeq2Seq, AutoProcessor, pipeline

app = Flask(__name__)
device = "cuda:0" if torch.cuda.is_available() else "cpu"
torch_dtype = torch.float16 if torch.cuda.is_available() else torch.float32

MODEL_ID = os.getenv("WHISPER_MODEL", "openai/whisper-medium")
model = AutoModelForSpeechSeq2Seq.from_pretrained(MODEL_ID, torch_dtype=torch_dtype, low_cpu_mem_usage=True, use_safetensors=True).to(device)
processor = AutoProcessor.from_pretrained(MODEL_ID)
pipe = pipeline(
    "automatic-speech-recognition",
    model=model,
    tokenizer=processor.tokenizer,
    feature_extractor=processor.feature_extractor,
    chunk_length_s=30,
    batch_size=8,
    torch_dtype=torch_dtype,
    device=device,
)


@app.post("/transcribe")
def transcribe():
    with tempfile.NamedTemporaryFile(suffix=".wav") as f:
        request.files["audio"].save(f.name)
        result = pipe(f.name, generate_kwargs={"language": "french", "task": "transcribe"})
    return jsonify(text=result["text"])
