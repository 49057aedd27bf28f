import ollama

PROMPT = """Fasse das folgende Protokoll der Gemeinderatssitzung in fünf Sätzen zusammen.
Nenne alle Beschlüsse und verwende einfache Sprache.

{protokoll}"""


def zusammenfassen(protokoll: str) -> str:
    antwort = ollama.generate(model="mistral-nemo", prompt=PROMPT.format(protokoll=protokoll), options={"num_ctx": 32768})
    return antwort["response"]
