import json

from openai import OpenAI
from pydantic import BaseModel

client = OpenAI(base_url="http://localhost:8000/v1", api_key="EMPTY")


class Invoice(BaseModel):
    vendor: str
    total: float
    currency: str


def extract(text: str) -> Invoice:
    completion = client.chat.completions.create(
        model="meta-llama/Llama-3.1-8B-Instruct",
        messages=[
            {"role": "system", "content": "Extract the invoice fields and return JSON only."},
            {"role": "user", "content": text},
        ],
        response_format={"type": "json_object"},
        temperature=0,
        max_tokens=400,
    )
    return Invoice(**json.loads(completion.choices[0].message.content))
