from pathlib import Path

import soundfile as sf
from kokoro import KPipeline

pipeline = KPipeline(lang_code="e", repo_id="hexgrad/Kokoro-82M")


def speak(text: str, out: Path) -> None:
    for i, (_, _, audio) in enumerate(pipeline(text, voice="ef_dora", speed=1.0)):
        sf.write(out.with_stem(f"{out.stem}-{i}"), audio, 24000)
