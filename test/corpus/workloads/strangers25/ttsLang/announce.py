from transformers import VitsModel, AutoTokenizer
import torch
import scipy

model = VitsModel.from_pretrained("facebook/mms-tts-deu")
tokenizer = AutoTokenizer.from_pretrained("facebook/mms-tts-deu")

text = "Der Zug nach Hamburg fährt heute von Gleis sieben ab."
with torch.no_grad():
    wave = model(**tokenizer(text, return_tensors="pt")).waveform
scipy.io.wavfile.write("out.wav", rate=model.config.sampling_rate, data=wave.float().numpy().T)
