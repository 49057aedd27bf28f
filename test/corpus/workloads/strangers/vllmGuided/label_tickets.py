import json

from vllm import LLM, SamplingParams
from vllm.sampling_params import GuidedDecodingParams

SCHEMA = {"type": "object", "properties": {"team": {"enum": ["billing", "network", "sales"]}}, "required": ["team"]}

llm = LLM(
    model="Qwen/Qwen2.5-7B-Instruct",
    quantization="fp8",
    max_model_len=4096,
    gpu_memory_utilization=0.9,
    enforce_eager=True,
)
params = SamplingParams(temperature=0, max_tokens=64, guided_decoding=GuidedDecodingParams(json=SCHEMA))


def label(tickets: list[str]) -> list[dict]:
    prompts = [[{"role": "user", "content": f"Classify this support ticket by team:\n{t}"}] for t in tickets]
    return [json.loads(o.outputs[0].text) for o in llm.chat(prompts, params)]
