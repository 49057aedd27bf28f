import torch
import whisper
from faster_whisper import WhisperModel
from pyannote.audio import Pipeline
from transformers import AutoModelForSpeechSeq2Seq, AutoProcessor, pipeline

model_id = "facebook/wav2vec2-base-960h"
model = AutoModelForSpeechSeq2Seq.from_pretrained(model_id, torch_dtype=torch.float16)
processor = AutoProcessor.from_pretrained(model_id)
pipe = pipeline("automatic-speech-recognition", model=model, tokenizer=processor.tokenizer, feature_extractor=processor.feature_extractor)
fast = WhisperModel("small", device="cuda", compute_type="float16")
converted = WhisperModel("Systran/faster-whisper-large-v3")
old = whisper.load_model("base")
diarization = Pipeline.from_pretrained("pyannote/speaker-diarization-3.1", use_auth_token=True)
result = pipe("audio/talk.wav", generate_kwargs={"task": "translate"})
