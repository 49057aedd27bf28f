from huggingface_hub import hf_hub_download
from llama_cpp import Llama, LlamaGrammar

path = hf_hub_download("bartowski/Llama-3.2-3B-Instruct-GGUF", "Llama-3.2-3B-Instruct-Q6_K_L.gguf")
llm = Llama(model_path=path, n_ctx=4096, n_batch=256, n_gpu_layers=-1)
grammar = LlamaGrammar.from_json_schema('{"type": "object", "properties": {"mood": {"type": "string"}}}')

out = llm("How does the writer feel? Answer as JSON.\n\nI lost my keys again.", max_tokens=50, grammar=grammar)
print(out["choices"][0]["text"])
