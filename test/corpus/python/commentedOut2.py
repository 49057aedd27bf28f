from transformers import AutoModelForCausalLM

# model = AutoModelForCausalLM.from_pretrained("01-ai/Yi-1.5-9B-Chat")
model = AutoModelForCausalLM.from_pretrained("tiiuae/falcon-7b-instruct")
# weights were converted with scripts/convert.py from the original repo
# see https://huggingface.co/tiiuae/falcon-7b-instruct/discussions/7
# TODO(ann): try data/alpaca next, and check http/2
# model_id = "distilbert/distilgpt2"
