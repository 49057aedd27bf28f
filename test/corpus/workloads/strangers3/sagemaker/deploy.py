from sagemaker.huggingface import HuggingFaceModel, get_huggingface_llm_image_uri

env = {
    "HF_MODEL_ID": "mistralai/Mixtral-8x7B-Instruct-v0.1",
    "SM_NUM_GPUS": "4",
    "MAX_INPUT_LENGTH": "24000",
    "MAX_TOTAL_TOKENS": "32000",
}
model = HuggingFaceModel(role=role, env=env, image_uri=get_huggingface_llm_image_uri("huggingface", version="2.3.1"))
predictor = model.deploy(initial_instance_count=1, instance_type="ml.g5.12xlarge")
