import json
import os

from openai import OpenAI

client = OpenAI(base_url=os.environ["LLM_URL"], api_key="unused")

TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "find_order",
            "description": "Finds an order of a customer",
            "parameters": {"type": "object", "properties": {"number": {"type": "string"}}},
        },
    }
]

SYSTEM = "Du bist der freundliche Assistent eines Online-Shops. Beantworte Fragen zu Bestellungen nur auf Grundlage der Daten."


def answer(messages):
    reply = client.chat.completions.create(
        model="Qwen/Qwen2.5-14B-Instruct",
        messages=[{"role": "system", "content": SYSTEM}, *messages],
        tools=TOOLS,
        max_tokens=512,
    )
    return reply.choices[0].message
