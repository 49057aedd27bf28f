import os

from openai import AsyncOpenAI

llm = AsyncOpenAI(base_url=os.environ["LLM_URL"], api_key="-")


async def chat(messages: list[dict]) -> str:
    stream = await llm.chat.completions.create(model="Qwen/Qwen2.5-7B-Instruct", messages=messages, stream=True, max_tokens=600)
    return "".join([chunk.choices[0].delta.content or "" async for chunk in stream])
