from fastapi import FastAPI, UploadFile
from transformers import pipeline

from service.settings import settings

app = FastAPI()
asr = pipeline(
    "automatic-speech-recognition",
    model=settings.model_id,
    device=settings.device,
    chunk_length_s=30,
    batch_size=settings.batch_size,
)


@app.post("/transcribe")
async def transcribe(file: UploadFile):
    return asr(await file.read(), generate_kwargs={"language": settings.language, "task": "transcribe"})
