from vllm import LLM, SamplingParams

writer = LLM("Qwen/Qwen2.5-7B-Instruct", max_model_len=4096, gpu_memory_utilization=0.4)
judge = LLM("prometheus-eval/prometheus-7b-v2.0", max_model_len=16384, gpu_memory_utilization=0.5)

params = SamplingParams(max_tokens=300)
drafts = writer.generate(["Write a product text for a blue mug."], params)
