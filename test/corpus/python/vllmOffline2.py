from vllm import LLM, SamplingParams
from vllm.lora.request import LoRARequest

prompts = ["Hello, my name is", "The capital of France is"]
sampling = SamplingParams(temperature=0.8, top_p=0.95)

llm = LLM(
    model="meta-llama/Llama-3.1-8B-Instruct",
    dtype="bfloat16",
    tensor_parallel_size=2,
    max_model_len=8192,
)
small = LLM("TinyLlama/TinyLlama-1.1B-Chat-v1.0", enable_lora=True)
for output in llm.generate(prompts, sampling):
    print(output.prompt, output.outputs[0].text)
