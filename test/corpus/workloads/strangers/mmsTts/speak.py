import scipy.io.wavfile
import torch
from transformers import AutoTokenizer, VitsModel

model = VitsModel.from_pretrained("facebook/mms-tts-ukr")
tokenizer = AutoTokenizer.from_pretrained("facebook/mms-tts-ukr")


def speak(text: str, target: str) -> None:
    with torch.no_grad():
        wave = model(**tokenizer(text, return_tensors="pt")).waveform
    scipy.io.wavfile.write(target, rate=model.config.sampling_rate, data=wave[0].numpy())
