import sounddevice as sd
from transformers import pipeline

RATE = 16_000
SECONDS = 5
LABELS = ["blackbird", "great tit", "car", "rain"]

listener = pipeline("zero-shot-audio-classification", model="laion/clap-htsat-unfused")


def listen() -> str:
    audio = sd.rec(RATE * SECONDS, samplerate=RATE, channels=1, dtype="float32")
    sd.wait()
    return listener(audio[:, 0], candidate_labels=LABELS)[0]["label"]


if __name__ == "__main__":
    while True:
        print(listen(), flush=True)
