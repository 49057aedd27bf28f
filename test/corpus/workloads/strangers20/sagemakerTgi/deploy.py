import json

import sagemaker
from sagemaker.huggingface import HuggingFaceModel, get_huggingface_llm_image_uri

role = sagemaker.get_execution_role()
env = {
    "HF_MODEL_ID": "mistralai/Mixtral-8x7B-Instruct-v0.1",
    "SM_NUM_GPUS": json.dumps(8),
    "MAX_INPUT_LENGTH": json.dumps(24000),
    "MAX_TOTAL_TOKENS": json.dumps(32000),
    "HF_TOKEN": "",
}
model = HuggingFaceModel(role=role, image_uri=get_huggingface_llm_image_uri("huggingface", version="2.0.2"), env=env)
llm = model.deploy(initial_instance_count=1, instance_type="ml.g5.48xlarge", container_startup_health_check_timeout=600)
print(llm.predict({"inputs": "Hello", "parameters": {"max_new_tokens": 256}}))
