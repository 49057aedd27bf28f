"""Writes the notebook of the course."""

cells = []


def add(text: str) -> None:
    cells.append({"cell_type": "code", "source": text})


add(
    """from peft import PeftModel
import torch

ADAPTER_ID = 'Kxck/Ledger_400_v2'
BASE_MODEL = 'unsloth/Qwen3-4B-unsloth-bnb-4bit'
OUT = 'runs/ledger'
"""
)
add(
    "from transformers import AutoModel\n"
    "model = AutoModel.from_pretrained(\"microsoft/codebert-base\")\n"
    "tok = AutoTokenizer.from_pretrained(\n"
    "    \"microsoft/codebert-base\"\n"
    ")\n"
    "frame = load_dataset(\"code_search_net\", split=\"test\")\n"
)
