import os
import whisperx

device, compute_type, batch_size = "cuda", "float16", 8

model = whisperx.load_model("large-v3", device, compute_type=compute_type, language="nl")
audio = whisperx.load_audio("meeting.wav")
result = model.transcribe(audio, batch_size=batch_size)
diarize = whisperx.diarize.DiarizationPipeline(use_auth_token=os.environ["HF_TOKEN"], device=device)
print(whisperx.assign_word_speakers(diarize(audio), result)["segments"])
