import os

import httpx
from fastapi import FastAPI

app = FastAPI()
SYSTEM = "Odpowiadaj na pytania pracowników o regulamin. Cytuj paragraf, z którego korzystasz."


@app.post("/ask")
async def ask(question: str):
    async with httpx.AsyncClient(timeout=60) as http:
        vector = (await http.post(f"{os.environ['EMBED_URL']}/embed", json={"inputs": question})).json()[0]
        reply = await http.post(
            f"{os.environ['LLM_URL']}/v1/chat/completions",
            json={
                "messages": [{"role": "system", "content": SYSTEM}, {"role": "user", "content": question}],
                "max_tokens": 400,
            },
        )
    return reply.json()["choices"][0]["message"]["content"]
