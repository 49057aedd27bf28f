from datetime import date

import instructor
from openai import OpenAI
from pydantic import BaseModel, Field


class Invoice(BaseModel):
    number: str
    issued: date
    total: float = Field(description="gross amount in EUR")


client = instructor.from_openai(
    OpenAI(base_url="http://localhost:11434/v1", api_key="ollama"),
    mode=instructor.Mode.JSON,
)


def read_invoice(text: str) -> Invoice:
    return client.chat.completions.create(
        model="qwen2.5:14b-instruct",
        response_model=Invoice,
        max_retries=2,
        messages=[
            {"role": "system", "content": "Extract the fields of the invoice."},
            {"role": "user", "content": text},
        ],
    )
