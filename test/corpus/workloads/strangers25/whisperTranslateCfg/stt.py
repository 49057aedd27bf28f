import tomllib

import torch
from transformers import pipeline

with open("settings.toml", "rb") as f:
    stt = tomllib.load(f)["stt"]

asr = pipeline("automatic-speech-recognition", stt["model"], torch_dtype=getattr(torch, stt["dtype"]))


def run(path: str) -> str:
    return asr(path, batch_size=stt["batch"], generate_kwargs={"language": stt["language"]})["text"]
