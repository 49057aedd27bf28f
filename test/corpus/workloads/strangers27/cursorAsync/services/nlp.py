import asyncio

import httpx
from sentence_transformers import SentenceTransformer

EMBEDDER = SentenceTransformer("sentence-transformers/all-MiniLM-L12-v2")
LLM_URL = "http://llm:8000/v1/chat/completions"
CONTEXT_TOKENS = 8192


async def embed(texts):
    return await asyncio.to_thread(EMBEDDER.encode, texts, batch_size=64)


async def rewrite(query: str) -> str:
    async with httpx.AsyncClient() as client:
        response = await client.post(
            LLM_URL,
            json={
                "model": "Qwen/Qwen2.5-3B-Instruct",
                "messages": [{"role": "user", "content": f"Rewrite as a search query: {query}"}],
                "max_tokens": 40,
            },
        )
    return response.json()["choices"][0]["message"]["content"]
