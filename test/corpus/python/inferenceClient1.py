import os
from huggingface_hub import AsyncInferenceClient, InferenceClient

client = InferenceClient("microsoft/Phi-3.5-mini-instruct")
image_client = InferenceClient(provider="fal-ai", api_key=os.environ["HF_TOKEN"])

print(client.chat_completion([{"role": "user", "content": "Hi"}], max_tokens=64))
image = image_client.text_to_image("a cat/dog hybrid", model="SG161222/RealVisXL_V4.0")
vectors = client.feature_extraction("text", model="sentence-transformers/all-MiniLM-L6-v2")
labels = client.zero_shot_classification("text", ["pos/neg", "other"], model="joeddav/xlm-roberta-large-xnli")
