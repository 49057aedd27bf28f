import boto3
import mlflow
import wandb
from google.cloud import storage

s3 = boto3.client("s3")
s3.download_file("my-bucket", "models/bert-base/weights.bin", "/tmp/w.bin")
MODEL_URI = "s3://my-bucket/models/llama-7b"
key = "checkpoints/step-1000"
mlflow.set_tracking_uri("file/mlruns")
mlflow.pyfunc.load_model("models:/fraud/Production")
wandb.init(project="team/fraud", entity="data-science")
artifact = wandb.use_artifact("team/project/model:v3")
IMAGE = "nvidia/cuda:12.1.0-devel-ubuntu22.04"
docker_image = "pytorch/pytorch:2.1.0-cuda12.1"
