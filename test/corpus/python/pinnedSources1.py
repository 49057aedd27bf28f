from gguf_tools import Evidence, Source

SOURCES = {
    "nemo": Source(
        repository="bartowski/Mistral-Nemo-Instruct-2407-GGUF",
        revision="a2dd64a0a76ea1bdb2bb6ab6fa5496b003c7c908",
        filename="Mistral-Nemo-Instruct-2407-Q4_K_M.gguf",
        tokenizer_model="gpt2",
    ),
}
TOOLS = {
    "server": {"repository": "ggml-org/llama.cpp", "license": "MIT"},
    "front": {"repository": "facebook/react", "license": "MIT"},
}
VOICES = {"piper-tts": {"repo_id": "csukuangfj/vits-piper-en_US-lessac-medium", "local_dir": "models/piper"}}
