from gliner import GLiNER

model = GLiNER.from_pretrained("urchade/gliner_multi_pii-v1")
LABELS = ["person", "phone number", "iban", "address"]


def redact(text: str) -> str:
    for e in sorted(model.predict_entities(text, LABELS, threshold=0.5), key=lambda e: -e["start"]):
        text = text[: e["start"]] + f"[{e['label'].upper()}]" + text[e["end"] :]
    return text
