import tiktoken


def count(text: str, tokenizer_model: str = "gpt2") -> int:
    return len(tiktoken.get_encoding(tokenizer_model).encode(text))


MODEL_MARKERS = (("phi", ("microsoft/phi", "/phi-")), ("llama", ("meta-llama/llama",)))
