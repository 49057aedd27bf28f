import gradio as gr
from huggingface_hub import hf_hub_download
from llama_cpp import Llama

MODEL_REPO = "TheBloke/Mistral-7B-Instruct-v0.2-GGUF"
MODEL_FILE = "mistral-7b-instruct-v0.2.Q5_K_M.gguf"
CONTEXT_SIZE = 2048

path = hf_hub_download(repo_id=MODEL_REPO, filename=MODEL_FILE)
llm = Llama(model_path=path, n_ctx=CONTEXT_SIZE, n_threads=2)


def respond(message, history):
    prompt = f"[INST] {message} [/INST]"
    text = ""
    for chunk in llm(prompt, max_tokens=512, stream=True, stop=["</s>"]):
        text += chunk["choices"][0]["text"]
        yield text


gr.ChatInterface(respond, title="Mistral on a free CPU space").queue().launch()
