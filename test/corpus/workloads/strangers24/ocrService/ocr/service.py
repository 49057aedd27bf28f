import base64
import os

from fastapi import FastAPI, UploadFile
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(base_url=os.environ.get("VLM_URL", "http://localhost:8000/v1"), api_key="EMPTY")
MODEL = "allenai/olmOCR-7B-0225-preview"
PROMPT = "Transcribe this document to markdown. Keep tables. Return only the markdown."


@app.post("/ocr")
async def ocr(page: UploadFile):
    data = base64.b64encode(await page.read()).decode()
    completion = await client.chat.completions.create(
        model=MODEL,
        temperature=0,
        max_tokens=4096,
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{data}"}},
                    {"type": "text", "text": PROMPT},
                ],
            }
        ],
    )
    return {"markdown": completion.choices[0].message.content}
