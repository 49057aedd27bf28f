import modal

image = (
    modal.Image.debian_slim(python_version="3.11")
    .apt_install("ffmpeg")
    .pip_install("faster-whisper==1.1.1", "fastapi[standard]")
)
app = modal.App("call-transcripts", image=image)


@app.cls(gpu="T4", scaledown_window=120)
class Transcriber:
    @modal.enter()
    def load(self):
        from faster_whisper import WhisperModel

        self.model = WhisperModel("distil-whisper/distil-large-v3", device="cuda", compute_type="float16")

    @modal.fastapi_endpoint(method="POST")
    def run(self, url: str):
        segments, info = self.model.transcribe(url, language="en", vad_filter=True)
        return {"text": " ".join(s.text for s in segments), "seconds": info.duration}
