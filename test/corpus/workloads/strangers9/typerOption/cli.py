import typer
from vllm import LLM, SamplingParams

app = typer.Typer()


@app.command()
def main(
    prompt: str,
    model: str = "Qwen/Qwen3-4B-Instruct-2507",
    max_model_len: int = 8192,
    max_tokens: int = 400,
    tp: int = 1,
):
    llm = LLM(model=model, max_model_len=max_model_len, tensor_parallel_size=tp, dtype="bfloat16")
    for out in llm.generate([prompt], SamplingParams(max_tokens=max_tokens)):
        print(out.outputs[0].text)


if __name__ == "__main__":
    app()
