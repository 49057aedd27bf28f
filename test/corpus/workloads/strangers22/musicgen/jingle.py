import scipy.io.wavfile
from transformers import AutoProcessor, MusicgenForConditionalGeneration

processor = AutoProcessor.from_pretrained("facebook/musicgen-small")
model = MusicgenForConditionalGeneration.from_pretrained("facebook/musicgen-small")

inputs = processor(text=["upbeat jingle with piano"], padding=True, return_tensors="pt")
audio = model.generate(**inputs, do_sample=True, guidance_scale=3, max_new_tokens=512)
scipy.io.wavfile.write("jingle.wav", rate=model.config.audio_encoder.sampling_rate, data=audio[0, 0].numpy())
