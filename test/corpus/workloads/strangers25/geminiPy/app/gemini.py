from google import genai

client = genai.Client()


def describe(data: bytes) -> str:
    response = client.models.generate_content(
        model="gemini-2.0-flash",
        contents=[genai.types.Part.from_bytes(data=data, mime_type="image/png"), "Describe this chart."],
        config={"max_output_tokens": 300},
    )
    return response.text
