import os
from concurrent.futures import ThreadPoolExecutor

from openai import OpenAI

client = OpenAI(base_url=os.getenv("OPENAI_BASE_URL", "http://localhost:11434/v1"), api_key="ollama")
MODEL = os.getenv("MODEL", "mistral-small")

SYSTEM = """Du bist juristischer Assistent. Fasse das Urteil für Laien in fünf Sätzen zusammen.
Nenne das Aktenzeichen und das Gericht."""


def summarize(judgment: str) -> str:
    r = client.chat.completions.create(
        model=MODEL,
        messages=[{"role": "system", "content": SYSTEM}, {"role": "user", "content": judgment}],
        max_tokens=350,
        temperature=0.2,
    )
    return r.choices[0].message.content


def summarize_all(judgments: list[str], workers: int = 4) -> list[str]:
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(summarize, judgments))
