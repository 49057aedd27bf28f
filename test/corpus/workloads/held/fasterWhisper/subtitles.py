import sys
from faster_whisper import WhisperModel

model = WhisperModel("Systran/faster-whisper-medium", device="cuda", compute_type="int8_float16")
segments, info = model.transcribe(sys.argv[1], language="de", beam_size=5, vad_filter=True)
for segment in segments:
    print(f"[{segment.start:.2f} -> {segment.end:.2f}] {segment.text}")
