from llama_cpp import Llama

llm = Llama(
    model_path="./models/qwen2.5-7b-instruct-q4_k_m.gguf",
    n_ctx=8192,
    n_gpu_layers=0,
    n_threads=8,
)

out = llm.create_chat_completion(
    messages=[{"role": "user", "content": input("> ")}],
    max_tokens=256,
    response_format={"type": "json_object"},
)
print(out["choices"][0]["message"]["content"])
