from vllm import LLM, SamplingParams
from vllm.lora.request import LoRARequest

prompts = ["Hello, my name is", "The capital of France is"]
sampling = SamplingParams(temperature=0.8, top_p=0.95)

llm = LLM(
    model="EleutherAI/gpt-neox-20b",
    tokenizer="EleutherAI/gpt-neox-20b",
    tensor_parallel_size=1,
    max_model_len=8192,
)
small = LLM("meta-llama/Llama-3.2-1B", enable_lora=True)
for output in llm.generate(prompts, sampling):
    print(output.prompt, output.outputs[0].text)
