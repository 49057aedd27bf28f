def main(model: Annotated[str, typer.Option(help="x")] = "mistralai/Mistral-7B-v0.1", path: str = "a/b"):
    LLM(model=model)
