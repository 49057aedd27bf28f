import os
from huggingface_hub import AsyncInferenceClient, InferenceClient

client = InferenceClient(model='mistralai/Mistral-7B-Instruct-v0.3')
image_client = InferenceClient(provider="fal-ai", api_key=os.environ["HF_TOKEN"])

print(client.chat_completion([{"role": "user", "content": "Hi"}], max_tokens=64))
image = image_client.text_to_image("a cat/dog hybrid", model="PixArt-alpha/PixArt-XL-2-1024-MS")
vectors = client.feature_extraction("text", model="jinaai/jina-embeddings-v3")
labels = client.zero_shot_classification("text", ["pos/neg", "other"], model="joeddav/xlm-roberta-large-xnli")
