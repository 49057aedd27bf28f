import os

from celery import Celery
from faster_whisper import BatchedInferencePipeline, WhisperModel

app = Celery("worker", broker=os.environ["REDIS_URL"])
MODEL_NAME = os.environ.get("WHISPER_MODEL", "deepdml/faster-whisper-large-v3-turbo-ct2")
_pipeline = None


def get_pipeline():
    global _pipeline
    if _pipeline is None:
        model = WhisperModel(MODEL_NAME, device="cuda", compute_type="int8_float16", device_index=[0, 1])
        _pipeline = BatchedInferencePipeline(model=model)
    return _pipeline


@app.task
def transcribe(path: str) -> dict:
    segments, info = get_pipeline().transcribe(path, batch_size=16, vad_filter=True)
    return {"language": info.language, "text": "".join(s.text for s in segments)}
