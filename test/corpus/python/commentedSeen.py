from transformers import AutoModelForCausalLM
# model_id = "meta-llama/Llama-2-7b-chat-hf"
model_id = "mistralai/Mistral-7B-v0.1"
MODELS = [
    "google/gemma-2b",
    # "google/gemma-7b",
]
# See https://huggingface.co/google/gemma-7b for more
m = AutoModelForCausalLM.from_pretrained(model_id)
