from faster_whisper import WhisperModel

MODEL_SIZE = "medium"
LANG = "uk"

model = WhisperModel(MODEL_SIZE, device="cuda", compute_type="int8_float16")


def subtitles(path):
    segments, _ = model.transcribe(path, language=LANG, task="translate", beam_size=1, word_timestamps=True)
    for s in segments:
        yield s.start, s.end, s.text
