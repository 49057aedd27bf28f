"""Nightly batch that condenses incident reports."""
import json
from pathlib import Path

from vllm import LLM, SamplingParams

MODEL = "mistralai/Mistral-7B-Instruct-v0.3"
PROMPT = """Summarize the following incident report in five bullet points.

{report}
"""


def main(folder: Path) -> None:
    # 32k is enough for the longest report that we have seen
    llm = LLM(model=MODEL, max_model_len=32768, tensor_parallel_size=2, dtype="bfloat16")
    params = SamplingParams(temperature=0.2, max_tokens=400)
    reports = [path.read_text() for path in sorted(folder.glob("*.txt"))]
    for output in llm.generate([PROMPT.format(report=each) for each in reports], params):
        print(json.dumps({"summary": output.outputs[0].text}))


if __name__ == "__main__":
    main(Path("reports"))
