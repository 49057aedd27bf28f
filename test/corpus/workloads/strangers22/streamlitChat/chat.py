import streamlit as st
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig, TextIteratorStreamer

st.title("Asystent prawny")
MODEL = "speakleash/Bielik-11B-v2.3-Instruct"
SYSTEM = "Jesteś asystentem prawnym. Odpowiadaj krótko i po polsku, podawaj podstawę prawną."


@st.cache_resource
def load():
    quant = BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_compute_dtype=torch.float16)
    tok = AutoTokenizer.from_pretrained(MODEL)
    return tok, AutoModelForCausalLM.from_pretrained(MODEL, quantization_config=quant, device_map="cuda:0")


tokenizer, model = load()
if question := st.chat_input("Pytanie"):
    messages = [{"role": "system", "content": SYSTEM}, {"role": "user", "content": question}]
    inputs = tokenizer.apply_chat_template(messages, add_generation_prompt=True, return_tensors="pt").to(model.device)
    output = model.generate(inputs, max_new_tokens=700, do_sample=True, temperature=0.3)
    st.write(tokenizer.decode(output[0][inputs.shape[1]:], skip_special_tokens=True))
