OPENROUTER_MODEL = "meta-llama/llama-3.3-8b-instruct:free"
return "openai/gpt-4o-mini"
# return "meta-llama/llama-3.1-8b-instruct:free"
