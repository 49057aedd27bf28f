payload = {"model": "meta-llama/Llama-3.1-8B-Instruct", "messages": []}
requests.post("http://localhost:8000/v1/chat/completions", json=payload)
