import torch
from transformers import pipeline

device = "cuda:0" if torch.cuda.is_available() else "cpu"

asr = pipeline(
    "automatic-speech-recognition",
    model="openai/whisper-large-v3",
    torch_dtype=torch.float16,
    chunk_length_s=30,
    batch_size=16,
    device=device,
)


def transcribe(path: str) -> str:
    result = asr(path, generate_kwargs={"language": "polish", "task": "transcribe"}, return_timestamps=True)
    return result["text"]
