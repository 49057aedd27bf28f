import base64
import os
from pathlib import Path

from huggingface_hub import InferenceClient

client = InferenceClient(provider="auto", api_key=os.environ["HF_TOKEN"])


def alt_text(path: Path) -> str:
    data = base64.b64encode(path.read_bytes()).decode()
    result = client.chat.completions.create(
        model="Qwen/Qwen2.5-VL-7B-Instruct",
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "Write alt text for this image in one sentence."},
                    {"type": "image_url", "image_url": {"url": f"data:image/jpeg;base64,{data}"}},
                ],
            }
        ],
        max_tokens=80,
    )
    return result.choices[0].message.content
