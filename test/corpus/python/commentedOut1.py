from transformers import AutoModelForCausalLM

# model = AutoModelForCausalLM.from_pretrained("google/gemma-2-9b-it")
model = AutoModelForCausalLM.from_pretrained("Qwen/Qwen2.5-7B-Instruct")
# weights were converted with scripts/convert.py from the original repo
# see https://huggingface.co/Qwen/Qwen2.5-7B-Instruct/discussions/7
# TODO(ann): try data/alpaca next, and check http/2
# model_id = "Qwen/Qwen2.5-0.5B-Instruct"
