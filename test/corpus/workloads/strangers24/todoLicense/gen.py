from vllm import LLM, SamplingParams

# TODO: replace, the model must be Apache 2.0 or MIT
llm = LLM(model="meta-llama/Meta-Llama-3-8B-Instruct", max_model_len=8192, dtype="half")

params = SamplingParams(max_tokens=200, temperature=0.7)
print(llm.generate(["Write a haiku about rain."], params)[0].outputs[0].text)
