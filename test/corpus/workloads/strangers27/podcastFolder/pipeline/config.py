from dataclasses import dataclass


@dataclass(frozen=True)
class AsrConfig:
    model: str = "large-v3"
    compute_type: str = "float16"
    language: str = "sv"
    beam_size: int = 5


ASR = AsrConfig()
