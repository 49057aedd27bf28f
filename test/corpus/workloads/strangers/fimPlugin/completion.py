from transformers import AutoModelForCausalLM, AutoTokenizer

NAME = "bigcode/starcoder2-3b"
tokenizer = AutoTokenizer.from_pretrained(NAME)
model = AutoModelForCausalLM.from_pretrained(NAME, load_in_8bit=True, device_map="cuda:0")


def complete(prefix: str, suffix: str) -> str:
    prompt = f"<fim_prefix>{prefix}<fim_suffix>{suffix}<fim_middle>"
    ids = tokenizer(prompt, return_tensors="pt").to("cuda")
    return tokenizer.decode(model.generate(**ids, max_new_tokens=96)[0])
