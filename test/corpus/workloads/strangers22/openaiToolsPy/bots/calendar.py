import json
from datetime import datetime

from openai import OpenAI

client = OpenAI(base_url="http://localhost:8000/v1", api_key="not-needed")
MODEL = "NousResearch/Hermes-3-Llama-3.1-8B"

TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "create_event",
            "description": "Creates an event in the calendar",
            "parameters": {
                "type": "object",
                "properties": {"title": {"type": "string"}, "start": {"type": "string", "format": "date-time"}},
                "required": ["title", "start"],
            },
        },
    }
]


def handle(message: str):
    response = client.chat.completions.create(
        model=MODEL,
        messages=[
            {"role": "system", "content": f"Today is {datetime.now():%Y-%m-%d}. You manage the calendar."},
            {"role": "user", "content": message},
        ],
        tools=TOOLS,
        tool_choice="auto",
        max_tokens=300,
    )
    for call in response.choices[0].message.tool_calls or []:
        yield call.function.name, json.loads(call.function.arguments)
