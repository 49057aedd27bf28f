import ollama

PROMPT = "Translate the following user interface text into Italian. Return only the translation.\n\n{text}"


def localize(text: str) -> str:
    out = ollama.generate(model="aya-expanse:8b", prompt=PROMPT.format(text=text), options={"temperature": 0, "num_predict": 256})
    return out["response"].strip()
