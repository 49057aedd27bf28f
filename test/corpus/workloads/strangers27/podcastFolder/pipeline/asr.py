from faster_whisper import WhisperModel

from pipeline.config import ASR

_model = WhisperModel(ASR.model, device="cuda", compute_type=ASR.compute_type)


def transcribe(path: str) -> str:
    segments, _ = _model.transcribe(path, language=ASR.language, beam_size=ASR.beam_size)
    return " ".join(s.text for s in segments)
