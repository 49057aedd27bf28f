import torch
from sentence_transformers import SentenceTransformer

model = SentenceTransformer("intfloat/e5-base-v2", device="cpu")
sample = model.tokenize(["hello"])
torch.onnx.export(model[0].auto_model, (sample["input_ids"], sample["attention_mask"]), "e5.onnx", opset_version=17)
