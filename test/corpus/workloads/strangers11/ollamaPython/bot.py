import asyncio

from ollama import AsyncClient

SYSTEM = "Jesteś pomocnym asystentem biblioteki. Odpowiadaj krótko i zawsze po polsku."


async def answer(question: str) -> str:
    reply = await AsyncClient(host="http://ollama:11434").chat(
        model="SpeakLeash/bielik-11b-v2.3-instruct:Q4_K_M",
        messages=[{"role": "system", "content": SYSTEM}, {"role": "user", "content": question}],
        options={"num_ctx": 8192, "num_predict": 300, "temperature": 0.1},
    )
    return reply.message.content


print(asyncio.run(answer("Do której jest otwarta czytelnia?")))
