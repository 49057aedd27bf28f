import onnxruntime as ort
from huggingface_hub import hf_hub_download
from transformers import AutoTokenizer

REPO = "protectai/deberta-v3-base-prompt-injection-v2"
session = ort.InferenceSession(hf_hub_download(REPO, "onnx/model.onnx"), providers=["CPUExecutionProvider"])
tokenizer = AutoTokenizer.from_pretrained(REPO)


def is_injection(text: str) -> bool:
    inputs = tokenizer(text, truncation=True, max_length=512, return_tensors="np")
    return session.run(None, dict(inputs))[0].argmax() == 1
