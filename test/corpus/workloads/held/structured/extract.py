import instructor
from openai import OpenAI
from pydantic import BaseModel


class Invoice(BaseModel):
    number: str
    total: float
    currency: str


client = instructor.from_openai(OpenAI(base_url="http://localhost:8000/v1", api_key="none"))


def read_invoice(text: str) -> Invoice:
    """Takes what an accountant needs from the text of an invoice."""
    return client.chat.completions.create(
        model="NousResearch/Hermes-3-Llama-3.1-8B",
        response_model=Invoice,
        max_tokens=300,
        messages=[{"role": "user", "content": "Extract the fields of this invoice:\n" + text}],
    )
