import os

from openai import AsyncOpenAI

client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"], api_key=os.environ["OPENAI_API_KEY"])


async def answer(question: str) -> str:
    reply = await client.chat.completions.create(
        model=os.environ["LLM_MODEL_ID"],
        messages=[{"role": "user", "content": question}],
        max_tokens=int(os.environ.get("LLM_MAX_TOKENS", "1000")),
    )
    return reply.choices[0].message.content or ""
