import os

from openai import OpenAI

client = OpenAI(base_url=os.environ["LLM_URL"], api_key="none")


def reply(messages, tools):
    return client.chat.completions.create(
        model=os.environ["LLM_MODEL"],
        messages=messages,
        tools=tools,
        max_tokens=500,
    )
