import requests
import sounddevice as sd
import torch
from faster_whisper import WhisperModel
from TTS.api import TTS

device = "cuda" if torch.cuda.is_available() else "cpu"
stt = WhisperModel("small.en", device="cpu", compute_type="int8")
tts = TTS("tts_models/en/ljspeech/vits").to(device)


def listen(seconds=5, rate=16000):
    audio = sd.rec(int(seconds * rate), samplerate=rate, channels=1, dtype="float32")
    sd.wait()
    segments, _ = stt.transcribe(audio.flatten(), language="en", beam_size=5)
    return " ".join(s.text for s in segments)


def think(text):
    r = requests.post("http://localhost:11434/api/generate", json={"model": "llama3.2", "prompt": text, "stream": False})
    return r.json()["response"]


def say(text):
    sd.play(tts.tts(text), 22050)
    sd.wait()
