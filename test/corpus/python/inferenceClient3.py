import os
from huggingface_hub import AsyncInferenceClient, InferenceClient

client = InferenceClient("bigscience/bloom-7b1", token=os.environ["HF_TOKEN"])
image_client = InferenceClient(provider="fal-ai", api_key=os.environ["HF_TOKEN"])

print(client.chat_completion([{"role": "user", "content": "Hi"}], max_tokens=64))
image = image_client.text_to_image("a cat/dog hybrid", model="Lykon/dreamshaper-8")
vectors = client.feature_extraction("text", model="BAAI/bge-small-en-v1.5")
labels = client.zero_shot_classification("text", ["pos/neg", "other"], model="MoritzLaurer/deberta-v3-large-zeroshot-v2.0")
