from mlx_lm import generate, load
import mlx_lm

model, tokenizer = load("mlx-community/Qwen2.5-7B-Instruct-4bit")
draft, _ = mlx_lm.load("mlx-community/Qwen2.5-7B-Instruct-4bit", tokenizer_config={"eos_token": "<|im_end|>"})
print(generate(model, tokenizer, prompt="and/or", verbose=True))
