client = OpenAI(base_url="https://integrate.api.nvidia.com/v1", api_key=k)
r = client.chat.completions.create(model="meta/llama-3.1-8b-instruct", messages=[])
