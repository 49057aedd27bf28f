from awq import AutoAWQForCausalLM
from auto_gptq import AutoGPTQForCausalLM
from llama_cpp import Llama
from transformers import AutoTokenizer

model_path = "upstage/SOLAR-10.7B-Instruct-v1.0"
quant_path = "quantized/mistral-awq"
model = AutoAWQForCausalLM.from_pretrained(model_path)
tokenizer = AutoTokenizer.from_pretrained(model_path, trust_remote_code=True)
model.save_quantized(quant_path)
gptq = AutoGPTQForCausalLM.from_quantized("TheBloke/Llama-2-7B-Chat-GPTQ", device="cuda:0", use_safetensors=True)
llm = Llama.from_pretrained(repo_id="Qwen/Qwen2.5-7B-Instruct-GGUF", filename="*q4_k_m.gguf", verbose=False)
local = Llama(model_path="models/mistral-7b.Q4_K_M.gguf")
