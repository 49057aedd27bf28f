from vllm import LLM, SamplingParams
from vllm.lora.request import LoRARequest

prompts = ["Hello, my name is", "The capital of France is"]
sampling = SamplingParams(temperature=0.8, top_p=0.95)

llm = LLM(
    model="allenai/OLMo-2-1124-7B-Instruct",
    revision="main",
    tensor_parallel_size=4,
    max_model_len=8192,
)
small = LLM("openai-community/gpt2", enable_lora=True)
for output in llm.generate(prompts, sampling):
    print(output.prompt, output.outputs[0].text)
