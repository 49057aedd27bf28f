from openai import OpenAI

client = OpenAI(base_url="https://openrouter.ai/api/v1", api_key=KEY)


def choose() -> str:
    return "openai/gpt-4o-mini"
    # return "microsoft/wizardlm-2-8x22b"  # larger
    # return "meta-llama/llama-3.1-8b-instruct:free"
