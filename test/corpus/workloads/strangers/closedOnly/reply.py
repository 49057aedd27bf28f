import os
from openai import OpenAI

client = OpenAI(api_key=os.environ["OPENAI_API_KEY"])


def reply(mail: str) -> str:
    response = client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            {"role": "system", "content": "You answer customer mails for a bicycle shop. Be brief and friendly."},
            {"role": "user", "content": mail},
        ],
        max_tokens=400,
        temperature=0.3,
    )
    return response.choices[0].message.content
