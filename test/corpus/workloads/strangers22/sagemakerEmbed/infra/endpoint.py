import boto3
import sagemaker
from sagemaker.huggingface import HuggingFaceModel

session = sagemaker.Session(boto3.Session(region_name="eu-central-1"))

hub = {"HF_MODEL_ID": "sentence-transformers/paraphrase-multilingual-mpnet-base-v2", "HF_TASK": "feature-extraction"}
model = HuggingFaceModel(
    env=hub,
    role="arn:aws:iam::123456789012:role/sm",
    transformers_version="4.49.0",
    pytorch_version="2.6.0",
    py_version="py312",
)
predictor = model.deploy(initial_instance_count=1, instance_type="ml.g4dn.xlarge")
