import ollama
import streamlit as st

model = st.sidebar.selectbox("Model", ["llama3.2:3b", "qwen2.5:7b"])
num_ctx = st.sidebar.slider("num_ctx", 2048, 32768, 8192)
temperature = st.sidebar.slider("temperature", 0.0, 1.5, 0.7)

if prompt := st.chat_input():
    st.chat_message("user").write(prompt)
    stream = ollama.chat(
        model=model,
        messages=[{"role": "user", "content": prompt}],
        options={"num_ctx": num_ctx, "temperature": temperature},
        stream=True,
    )
    st.chat_message("assistant").write_stream(chunk["message"]["content"] for chunk in stream)
