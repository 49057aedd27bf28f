import coremltools as ct
import numpy as np
import torch
from transformers import AutoModelForImageClassification

NAME = "apple/mobilevit-small"
model = AutoModelForImageClassification.from_pretrained(NAME, torchscript=True).eval()
traced = torch.jit.trace(model, torch.rand(1, 3, 256, 256))

mlmodel = ct.convert(
    traced,
    inputs=[ct.ImageType(name="image", shape=(1, 3, 256, 256), scale=1 / 255.0)],
    minimum_deployment_target=ct.target.iOS17,
    compute_units=ct.ComputeUnit.ALL,
)
mlmodel.save("MobileViT.mlpackage")
