import tomllib
from pathlib import Path

from faster_whisper import BatchedInferencePipeline, WhisperModel

conf = tomllib.loads(Path("pyproject.toml").read_text())["tool"]["podcast-notes"]
model = WhisperModel(conf["model"], device="cuda", compute_type="int8_float16")
batched = BatchedInferencePipeline(model=model)


def transcribe(path: Path) -> str:
    segments, _ = batched.transcribe(str(path), batch_size=16, language=conf["language"])
    return "\n".join(s.text.strip() for s in segments)
