"""Models that the service can load."""

from dataclasses import dataclass

from transformers import AutoModelForCausalLM, AutoTokenizer

MODELS = {
    "small": "LiquidAI/LFM2-350M",
    "medium": "bigscience/bloom-7b1",
    "large": {
        "id": "zai-org/GLM-4.5-Air",
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
