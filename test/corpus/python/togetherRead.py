from together import Together
r = client.chat.completions.create(model="meta-llama/Llama-3-8b-chat-hf", messages=[])
