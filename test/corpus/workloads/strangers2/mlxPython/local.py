from mlx_lm import generate, load

model, tokenizer = load("mlx-community/Mistral-7B-Instruct-v0.3-4bit")


def rewrite(text: str) -> str:
    prompt = tokenizer.apply_chat_template([{"role": "user", "content": "Rewrite this politely:\n" + text}], add_generation_prompt=True)
    return generate(model, tokenizer, prompt=prompt, max_tokens=400)
