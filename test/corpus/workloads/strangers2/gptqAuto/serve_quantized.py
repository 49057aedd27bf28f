from auto_gptq import AutoGPTQForCausalLM
from transformers import AutoTokenizer, TextIteratorStreamer

REPO = "TheBloke/Llama-2-13B-chat-GPTQ"
tokenizer = AutoTokenizer.from_pretrained(REPO, use_fast=True)
model = AutoGPTQForCausalLM.from_quantized(REPO, device="cuda:0", use_safetensors=True, inject_fused_attention=False)


def run(prompt):
    ids = tokenizer(prompt, return_tensors="pt").input_ids.to("cuda:0")
    return tokenizer.decode(model.generate(inputs=ids, max_new_tokens=512)[0])
