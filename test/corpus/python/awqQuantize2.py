from awq import AutoAWQForCausalLM
from auto_gptq import AutoGPTQForCausalLM
from llama_cpp import Llama
from transformers import AutoTokenizer

model_path = "Qwen/Qwen2.5-7B-Instruct"
quant_path = "quantized/qwen-awq"
model = AutoAWQForCausalLM.from_pretrained(model_path)
tokenizer = AutoTokenizer.from_pretrained(model_path, trust_remote_code=True)
model.save_quantized(quant_path)
gptq = AutoGPTQForCausalLM.from_quantized("TheBloke/zephyr-7B-beta-GPTQ", device="cuda:0", use_safetensors=True)
llm = Llama.from_pretrained(repo_id="ggml-org/gemma-3-4b-it-GGUF", filename="*q4_k_m.gguf", verbose=False)
local = Llama(model_path="models/qwen.Q4_K_M.gguf")
