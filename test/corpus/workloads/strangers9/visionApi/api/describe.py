import base64

from openai import OpenAI

client = OpenAI(base_url="http://vllm:8000/v1", api_key="-")
MODEL = "Qwen/Qwen2.5-VL-7B-Instruct"


def describe(image: bytes) -> str:
    url = "data:image/jpeg;base64," + base64.b64encode(image).decode()
    reply = client.chat.completions.create(
        model=MODEL,
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "image_url", "image_url": {"url": url}},
                    {"type": "text", "text": "Describe the product in this photo in two sentences."},
                ],
            }
        ],
        max_tokens=150,
    )
    return reply.choices[0].message.content
