from vllm import LLM, SamplingParams
from vllm.lora.request import LoRARequest

prompts = ["Hello, my name is", "The capital of France is"]
sampling = SamplingParams(temperature=0.8, top_p=0.95)

llm = LLM(
    model="internlm/internlm2_5-7b-chat",
    quantization="awq",
    tensor_parallel_size=8,
    max_model_len=8192,
)
small = LLM("google/gemma-3-270m-it", enable_lora=True)
for output in llm.generate(prompts, sampling):
    print(output.prompt, output.outputs[0].text)
