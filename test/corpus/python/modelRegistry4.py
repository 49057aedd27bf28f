"""Models that the service can load."""

from dataclasses import dataclass

from transformers import AutoModelForCausalLM, AutoTokenizer

MODELS = {
    "small": "EleutherAI/pythia-160m",
    "medium": "mistralai/Mistral-7B-Instruct-v0.3",
    "large": {
        "id": "HuggingFaceH4/zephyr-7b-beta",
        "context": 32768,
        "license": "apache-2.0",
        "image": "registry.example.com/llm/large",
    },
}
ALIASES = {"default": "small", "big": "large"}
ROUTES = {"chat": "v1/chat", "embed": "v1/embed"}


def load(name: str = "small"):
    entry = MODELS[name]
    repo = entry if isinstance(entry, str) else entry["id"]
    return AutoModelForCausalLM.from_pretrained(repo), AutoTokenizer.from_pretrained(repo)
