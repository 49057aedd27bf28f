from pathlib import Path

import ollama

SYSTEM = Path("prompts/system.txt").read_text()


def ask(question: str) -> str:
    reply = ollama.chat(
        model="phi4:14b-q8_0",
        messages=[{"role": "system", "content": SYSTEM}, {"role": "user", "content": question}],
        options={"num_ctx": 12_000, "num_predict": 500},
    )
    return reply.message.content
