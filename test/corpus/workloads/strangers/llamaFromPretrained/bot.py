from llama_cpp import Llama

SYSTEM_PROMPT = "Tu es l'assistant de la mairie. Réponds aux questions des habitants en français, de façon courte et polie."

llm = Llama.from_pretrained(
    repo_id="bartowski/Mistral-7B-Instruct-v0.3-GGUF",
    filename="*Q4_K_M.gguf",
    n_ctx=4096,
    n_gpu_layers=-1,
    verbose=False,
)


def reply(question: str) -> str:
    result = llm.create_chat_completion(
        messages=[{"role": "system", "content": SYSTEM_PROMPT}, {"role": "user", "content": question}],
        max_tokens=300,
    )
    return result["choices"][0]["message"]["content"]
