import yaml
from vllm import LLM, SamplingParams

with open("config.yaml") as f:
    cfg = yaml.safe_load(f)

llm = LLM(
    model=cfg["engine"]["model"],
    quantization="awq",
    max_model_len=cfg["engine"]["max_context"],
    tensor_parallel_size=cfg["engine"]["tensor_parallel"],
)
params = SamplingParams(temperature=cfg["sampling"]["temperature"], max_tokens=cfg["sampling"]["max_tokens"])


def complete(prompts):
    return [o.outputs[0].text for o in llm.generate(prompts, params)]
