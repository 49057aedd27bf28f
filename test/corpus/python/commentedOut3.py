from transformers import AutoModelForCausalLM

# model = AutoModelForCausalLM.from_pretrained("EleutherAI/gpt-neox-20b")
model = AutoModelForCausalLM.from_pretrained("NousResearch/Hermes-3-Llama-3.1-8B")
# weights were converted with scripts/convert.py from the original repo
# see https://huggingface.co/NousResearch/Hermes-3-Llama-3.1-8B/discussions/7
# TODO(ann): try data/alpaca next, and check http/2
# model_id = "meta-llama/Llama-3.2-1B"
