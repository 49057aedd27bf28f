from mlx_lm import generate, load
import mlx_lm

model, tokenizer = load("mlx-community/Mistral-7B-Instruct-v0.3-4bit")
draft, _ = mlx_lm.load("mlx-community/Mistral-7B-Instruct-v0.3-4bit", tokenizer_config={"eos_token": "<|im_end|>"})
print(generate(model, tokenizer, prompt="and/or", verbose=True))
