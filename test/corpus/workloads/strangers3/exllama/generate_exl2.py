from exllamav2 import ExLlamaV2, ExLlamaV2Cache, ExLlamaV2Config, ExLlamaV2Tokenizer
from exllamav2.generator import ExLlamaV2DynamicGenerator
from huggingface_hub import snapshot_download

config = ExLlamaV2Config(snapshot_download("turboderp/Llama-3.1-8B-Instruct-exl2", revision="5.0bpw"))
config.max_seq_len = 16384
model = ExLlamaV2(config)
cache = ExLlamaV2Cache(model, lazy=True)
model.load_autosplit(cache)
generator = ExLlamaV2DynamicGenerator(model=model, cache=cache, tokenizer=ExLlamaV2Tokenizer(config))
print(generator.generate(prompt="Once upon a time,", max_new_tokens=200))
