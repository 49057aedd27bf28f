import modal

image = modal.Image.debian_slim().pip_install("sglang[all]")
app = modal.App("commit-messages", image=image)


@app.function(gpu="A10G", timeout=600)
def write(diff: str) -> str:
    import sglang as sgl

    engine = sgl.Engine(model_path="Qwen/Qwen2.5-Coder-7B-Instruct", context_length=16384)
    prompt = f"Write a commit message for this diff:\n{diff}"
    return engine.generate(prompt, {"max_new_tokens": 120})["text"]
