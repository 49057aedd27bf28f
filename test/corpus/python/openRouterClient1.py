import os

from openai import OpenAI

client = OpenAI(
    base_url="https://openrouter.ai/api/v1",
    api_key=os.getenv("OPENROUTER_API_KEY"),
)
MODELS = ["openai/gpt-4o", "anthropic/claude-3.5-sonnet", "google/gemini-2.0-flash-001"]

for name in MODELS:
    r = client.chat.completions.create(model=name, messages=[{"role": "user", "content": "hi"}])
    print(name, r.usage)
r = client.chat.completions.create(
    model="openai/gpt-4o-mini",
    extra_headers={"HTTP-Referer": "https://example.com", "X-Title": "app/demo"},
    messages=[],
)
