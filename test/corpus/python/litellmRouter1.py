import litellm
from litellm import completion, Router

router = Router(model_list=[
    {"model_name": "fast", "litellm_params": {"model": "openai/gpt-4o-mini", "api_key": "os.environ/OPENAI_API_KEY"}},
    {"model_name": "claude", "litellm_params": {"model": "anthropic/claude-3-5-sonnet-20241022"}},
    {"model_name": "az", "litellm_params": {"model": "azure/gpt-4", "api_base": "https://x.openai.azure.com"}},
])
a = completion(model="gemini/gemini-1.5-pro", messages=[])
b = completion(model="bedrock/anthropic.claude-v2", messages=[])
c = completion(model="huggingface/teknium/OpenHermes-2.5-Mistral-7B", messages=[], api_base="https://my.endpoint")
d = completion(model="ollama/llama3", messages=[])
