"""Query a vLLM server.

Start it first:

    vllm serve speakleash/Bielik-11B-v2.3-Instruct --port 8000 --api-key token-abc
"""
from openai import OpenAI

client = OpenAI(base_url="http://localhost:8000/v1", api_key="token-abc")

completion = client.chat.completions.create(
    model="speakleash/Bielik-11B-v2.3-Instruct",
    messages=[{"role": "user", "content": "Hello!"}],
)
print(completion.choices[0].message.content)
