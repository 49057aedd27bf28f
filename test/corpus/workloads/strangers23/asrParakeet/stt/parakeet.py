import nemo.collections.asr as nemo_asr

model = nemo_asr.models.ASRModel.from_pretrained("nvidia/parakeet-tdt-0.6b-v3")
model = model.to("cuda").half()


def transcribe(paths: list[str]) -> list[str]:
    return [h.text for h in model.transcribe(paths, batch_size=16)]
