from huggingface_hub import snapshot_download
from transformers import AutoModelForCausalLM, AutoTokenizer

path = snapshot_download(
    "microsoft/Phi-3.5-mini-instruct",
    ignore_patterns=["*.gguf", "*.onnx", "original/*"],
)
model = AutoModelForCausalLM.from_pretrained(path, trust_remote_code=False, device_map="auto", torch_dtype="bfloat16")
tokenizer = AutoTokenizer.from_pretrained(path)
