"""Query a vLLM server.

Start it first:

    vllm serve deepseek-ai/DeepSeek-R1-Distill-Qwen-7B --port 8000 --api-key token-abc
"""
from openai import OpenAI

client = OpenAI(base_url="http://localhost:8000/v1", api_key="token-abc")

completion = client.chat.completions.create(
    model="deepseek-ai/DeepSeek-R1-Distill-Qwen-7B",
    messages=[{"role": "user", "content": "Hello!"}],
)
print(completion.choices[0].message.content)
