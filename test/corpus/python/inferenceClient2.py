import os
from huggingface_hub import AsyncInferenceClient, InferenceClient

client = InferenceClient(model="CohereForAI/aya-expanse-8b")
image_client = InferenceClient(provider="fal-ai", api_key=os.environ["HF_TOKEN"])

print(client.chat_completion([{"role": "user", "content": "Hi"}], max_tokens=64))
image = image_client.text_to_image("a cat/dog hybrid", model="stable-diffusion-v1-5/stable-diffusion-v1-5")
vectors = client.feature_extraction("text", model="FacebookAI/roberta-base")
labels = client.zero_shot_classification("text", ["pos/neg", "other"], model="facebook/bart-large-mnli")
