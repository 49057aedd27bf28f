import json
from pathlib import Path

from llama_cpp import Llama

CONFIG = json.loads((Path(__file__).parent / "config.json").read_text())

llm = Llama(
    model_path=CONFIG["model_path"],
    n_ctx=CONFIG["context"],
    n_gpu_layers=CONFIG["gpu_layers"],
    verbose=False,
)


def reply(history):
    out = llm.create_chat_completion(history, max_tokens=CONFIG["max_tokens"], temperature=0.7)
    return out["choices"][0]["message"]["content"]
