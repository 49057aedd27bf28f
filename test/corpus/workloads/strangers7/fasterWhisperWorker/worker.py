import os
from pathlib import Path

from faster_whisper import BatchedInferencePipeline, WhisperModel

MODEL = os.getenv("WHISPER_MODEL", "Systran/faster-whisper-medium")
DEVICE = os.getenv("DEVICE", "cuda")
COMPUTE = "int8_float16" if DEVICE == "cuda" else "int8"

pipeline = BatchedInferencePipeline(model=WhisperModel(MODEL, device=DEVICE, compute_type=COMPUTE))


def transcribe(path: Path) -> str:
    segments, info = pipeline.transcribe(str(path), language="fi", batch_size=16, vad_filter=True)
    return "\n".join(segment.text.strip() for segment in segments)
