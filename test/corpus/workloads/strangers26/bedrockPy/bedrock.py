import json

import boto3

client = boto3.client("bedrock-runtime", region_name="eu-central-1")


def ask(prompt: str) -> str:
    body = json.dumps({"prompt": prompt, "max_gen_len": 512, "temperature": 0.5})
    response = client.invoke_model(modelId="meta.llama3-1-8b-instruct-v1:0", body=body)
    return json.loads(response["body"].read())["generation"]
